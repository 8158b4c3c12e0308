package org.capaccueil.audit.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.jspecify.annotations.Nullable;

/** What a report still lacks, all of it, in words that say where to give it. */
record DraftCheck(List<Question> questions, Collection<AuditRating> ratings, Collection<AuditFinding> findings) {

    static final String VISIT = "visitedOn";
    static final String CONCLUSION = "conclusion";

    void requireComplete(@Nullable LocalDate visitedOn, @Nullable String conclusion) {
        refuseIfAny(missing(visitedOn, conclusion));
    }

    /** Everything between here and a draft for the team. */
    List<Missing> missing(@Nullable LocalDate visitedOn, @Nullable String conclusion) {
        List<Missing> missing = new ArrayList<>();
        for (Question question : questions) {
            for (Place place : question.places()) {
                if (gradeOf(question.criterion(), place).isEmpty()) {
                    missing.add(new Missing(
                            anchor(question.criterion().code(), place),
                            question.criterion().code() + " · " + place.title() + " : cotation à donner"));
                }
            }
        }
        missing.addAll(withoutNonconformity());
        if (visitedOn == null) {
            missing.add(new Missing(VISIT, "Date de la visite"));
        }
        if (conclusion == null) {
            missing.add(new Missing(CONCLUSION, "Conclusion de l'audit"));
        }
        return missing;
    }

    void requireTreated(@Nullable String conclusion) {
        refuseIfAny(untreated(conclusion));
    }

    /** Everything between here and the final report. */
    List<Missing> untreated(@Nullable String conclusion) {
        List<Missing> missing = new ArrayList<>();
        findings.stream()
                .filter(AuditFinding::awaitsTreatment)
                .forEach(finding -> missing.add(new Missing(
                        "constat-" + finding.number(),
                        "Constat n° " + finding.number() + " : suite donnée à la réponse de l'équipe")));
        missing.addAll(withoutNonconformity());
        if (conclusion == null) {
            missing.add(new Missing(CONCLUSION, "Conclusion de l'audit"));
        }
        return missing;
    }

    /** A mandatory criterion below the conform threshold says that something has to be put right: a finding says what. */
    private List<Missing> withoutNonconformity() {
        return questions.stream()
                .filter(question -> question.criterion().mandatory())
                .filter(question -> !hasNonconformity(question.criterion()))
                .flatMap(question ->
                        question.places().stream().filter(place -> isBelowConform(question, place)).findFirst().stream()
                                .map(place -> new Missing(
                                        anchor(question.criterion().code(), place),
                                        question.criterion().code() + " · " + place.title()
                                                + " : critère obligatoire sous le seuil, non-conformité à rédiger")))
                .toList();
    }

    /** Whether the page suggests a finding here. */
    boolean callsForFinding(Question question, Place place) {
        return question.criterion().mandatory()
                && isBelowConform(question, place)
                && !hasNonconformity(question.criterion());
    }

    private boolean isBelowConform(Question question, Place place) {
        return gradeOf(question.criterion(), place)
                .map(Grade::value)
                .filter(value -> !question.scale().isConform(value))
                .isPresent();
    }

    private boolean hasNonconformity(Criterion criterion) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.isNonconformity() && finding.criterion().equals(criterion.code()));
    }

    private Optional<Grade> gradeOf(Criterion criterion, Place place) {
        return ratings.stream()
                .filter(rating -> rating.criterion().equals(criterion.code()) && rating.place() == place)
                .findFirst()
                .map(AuditRating::grade);
    }

    private static void refuseIfAny(List<Missing> missing) {
        if (!missing.isEmpty()) {
            throw new AuditIncomplete(missing);
        }
    }

    /** The id of a rating on the page. */
    static String anchor(String criterion, Place place) {
        return "cote-" + criterion + "-" + place.code();
    }
}
