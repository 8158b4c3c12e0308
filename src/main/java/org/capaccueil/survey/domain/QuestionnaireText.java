package org.capaccueil.survey.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a questionnaire says: a document, which editing replaces by another.
 *
 * @param minutes how long answering takes
 * @param overall the code of the question that asks for the satisfaction as a whole; null until one is named
 * @param translations by language; one that leaves something out is not offered to residents
 */
public record QuestionnaireText(
        String title,
        int minutes,
        List<SurveyQuestion> questions,
        @Nullable String overall,
        Map<Language, Translation> translations) {

    public static final int LONGEST_TITLE = 150;
    static final int MOST_QUESTIONS = 30;

    public QuestionnaireText {
        title = title.strip();
        questions = List.copyOf(questions);
        translations = Map.copyOf(translations);
    }

    public Optional<SurveyQuestion> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    /** The place of a question, the first at 0. */
    public int position(String code) {
        return questions.stream().map(SurveyQuestion::code).toList().indexOf(code);
    }

    /** The languages a resident may choose from: French, and those in which nothing is missing. */
    public List<Language> languages() {
        return Stream.of(Language.values())
                .filter(language -> language == Language.FR
                        || translations.containsKey(language)
                                && translations.get(language).says(this))
                .toList();
    }

    /** The same to somebody who reads this language; in French where the translation leaves something out. */
    public QuestionnaireText in(Language language) {
        Translation translation = languages().contains(language) ? translations.get(language) : null;
        return translation == null
                ? this
                : new QuestionnaireText(
                        translation.title(),
                        minutes,
                        questions.stream()
                                .map(question ->
                                        question.inWords(translation.questions().get(question.code())))
                                .toList(),
                        overall,
                        translations);
    }

    QuestionnaireText headed(String newTitle, int newMinutes, @Nullable String newOverall) {
        if (newTitle.isBlank() || newTitle.strip().length() > LONGEST_TITLE) {
            throw new BusinessRefusal("title", "Donnez un titre de " + LONGEST_TITLE + " caractères au plus.");
        }
        if (newMinutes < 1 || newMinutes > 30) {
            throw new BusinessRefusal("minutes", "Donnez une durée de 1 à 30 minutes : au-delà, personne ne termine.");
        }
        if (newOverall != null) {
            SurveyQuestion asked = question(newOverall).orElseThrow(NotFound::new);
            if (asked.type() != QuestionType.LIKERT5) {
                throw new BusinessRefusal(
                        "overall",
                        "La satisfaction d'ensemble se demande sur cinq degrés : choisissez une telle question.");
            }
        }
        return new QuestionnaireText(newTitle, newMinutes, questions, newOverall, translations);
    }

    /** With one question more, at the end. */
    QuestionnaireText with(SurveyQuestion question) {
        if (questions.size() == MOST_QUESTIONS) {
            throw new BusinessRefusal(
                    "Un questionnaire a " + MOST_QUESTIONS + " questions au plus : retirez-en une avant d'en ajouter.");
        }
        question.requireSound();
        return changed(now -> Stream.concat(now.stream(), Stream.of(question)).toList());
    }

    /** With the question of the same code asked like this; a translation that no longer says the same is dropped. */
    QuestionnaireText asking(SurveyQuestion question) {
        question.requireSound();
        SurveyQuestion before = question(question.code()).orElseThrow(NotFound::new);
        QuestionnaireText changed = changed(now ->
                now.stream().map(one -> one.equals(before) ? question : one).toList());
        Map<Language, Translation> following = new EnumMap<>(Language.class);
        translations.forEach((language, one) -> following.put(language, one.following(before, question)));
        return new QuestionnaireText(title, minutes, changed.questions(), changed.overall(), following);
    }

    QuestionnaireText without(String code) {
        return changed(
                now -> now.stream().filter(one -> !one.code().equals(code)).toList());
    }

    /** With a question moved one place up or down; at the end of the list it stays where it is. */
    QuestionnaireText moved(String code, boolean up) {
        return changed(now -> {
            List<SurveyQuestion> list = new ArrayList<>(now);
            int from = position(code);
            int to = from + (up ? -1 : 1);
            if (to >= 0 && to < list.size()) {
                list.add(to, list.remove(from));
            }
            return list;
        });
    }

    private QuestionnaireText changed(UnaryOperator<List<SurveyQuestion>> change) {
        List<SurveyQuestion> now = change.apply(questions);
        String still = now.stream()
                .filter(question -> question.code().equals(overall) && question.type() == QuestionType.LIKERT5)
                .map(SurveyQuestion::code)
                .findFirst()
                .orElse(null);
        return new QuestionnaireText(title, minutes, now, still, translations);
    }

    QuestionnaireText translated(Language language, Translation translation) {
        Map<Language, Translation> all = new EnumMap<>(Language.class);
        all.putAll(translations);
        all.put(language, translation);
        return new QuestionnaireText(title, minutes, questions, overall, all);
    }

    /** A code no question has, nor any translation of one that was removed. */
    String freeCode() {
        Set<String> taken = questions.stream().map(SurveyQuestion::code).collect(Collectors.toCollection(HashSet::new));
        translations.values().forEach(one -> taken.addAll(one.questions().keySet()));
        return Stream.iterate(1, n -> n + 1)
                .map(n -> "q" + n)
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** Refuses what residents could not be asked. */
    void requirePublishable() {
        if (questions.isEmpty()) {
            throw new BusinessRefusal("Ajoutez au moins une question avant de publier.");
        }
        questions.forEach(SurveyQuestion::requireSound);
        SurveyQuestion whole = Optional.ofNullable(overall)
                .flatMap(this::question)
                .orElseThrow(() -> new BusinessRefusal("Dites quelle question demande la satisfaction d'ensemble : "
                        + "sans elle, il n'y a pas de part de satisfaits."));
        if (!whole.required()) {
            throw new BusinessRefusal("La question de satisfaction d'ensemble doit être obligatoire : "
                    + "c'est sur elle que se compte chaque réponse.");
        }
    }
}
