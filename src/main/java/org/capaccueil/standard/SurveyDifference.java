package org.capaccueil.standard;

import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Pairing.Pair;
import org.capaccueil.standard.Survey.SurveyQuestion;
import org.jspecify.annotations.Nullable;

/** What differs between the surveys of two standards. */
final class SurveyDifference {

    private SurveyDifference() {}

    static void note(@Nullable Survey was, @Nullable Survey is, List<Change> changes) {
        if (was != null && is != null) {
            survey(was, is, changes);
        } else if (was != null) {
            subject(was, changes).removed("L'enquête « " + was.titleFr() + " » est retirée.");
        } else if (is != null) {
            subject(is, changes)
                    .added("L'enquête « " + is.titleFr() + " » est ajoutée, avec "
                            + is.questions().size() + " questions.");
        }
    }

    private static Subject subject(Survey survey, List<Change> changes) {
        return new Subject(Part.SURVEY, survey.code(), survey.titleFr(), "L'enquête", "de l'enquête", changes);
    }

    private static void survey(Survey was, Survey is, List<Change> changes) {
        Subject survey = subject(is, changes);
        survey.value("code", was.code(), is.code());
        survey.text("intitulé", was.titleFr(), is.titleFr());
        survey.value("anonyme", Wording.yes(was.anonymous()), Wording.yes(is.anonymous()));
        survey.value("durée", was.estimatedMinutes() + " min", is.estimatedMinutes() + " min");
        for (Pair<SurveyQuestion> pair : Pairing.of(was.questions(), is.questions(), SurveyQuestion::code)) {
            question(pair, changes);
        }
    }

    private static void question(Pair<SurveyQuestion> pair, List<Change> changes) {
        SurveyQuestion was = pair.before();
        SurveyQuestion is = pair.after();
        if (is == null) {
            Subject question = subject(was, changes);
            question.removed(question.the() + " est retirée de l'enquête.");
        } else if (was == null) {
            Subject question = subject(is, changes);
            question.added(question.the() + " est ajoutée à l'enquête.");
        } else {
            Subject question = subject(is, changes);
            if (pair.moved()) {
                SurveyQuestion follows = pair.follows();
                question.moved(question.the() + " vient maintenant "
                        + (follows == null ? "en premier." : "après " + follows.code() + "."));
            }
            question.text("texte", was.fr(), is.fr());
            question.texts("réponses proposées", was.options(), is.options());
            question.value("se répond par", named(was), named(is));
            question.value("obligatoire", Wording.yes(was.required()), Wording.yes(is.required()));
            question.value("longueur", longest(was.maxChars()), longest(is.maxChars()));
        }
    }

    private static Subject subject(SurveyQuestion question, List<Change> changes) {
        return Subject.of(Part.SURVEY, question.code(), question.fr(), "La question", "de la question", changes);
    }

    private static String named(SurveyQuestion question) {
        return "« " + question.type().title() + " »";
    }

    private static String longest(@Nullable Integer maxChars) {
        return maxChars == null ? "libre" : maxChars + " caractères au plus";
    }
}
