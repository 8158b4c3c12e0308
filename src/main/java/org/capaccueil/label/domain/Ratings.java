package org.capaccueil.label.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;

/** The grades somebody gave, by criterion and place; what is not rated is absent. */
final class Ratings {

    private final Map<String, Map<Place, Grade>> grades = new HashMap<>();

    static Ratings ofTeam(List<SelfAssessments.Rating> ratings) {
        Ratings all = new Ratings();
        ratings.forEach(rating -> all.put(rating.criterion(), rating.place(), rating.grade()));
        return all;
    }

    static Ratings ofAuditor(List<Audits.Rating> ratings) {
        Ratings all = new Ratings();
        ratings.forEach(rating -> all.put(rating.criterion(), rating.place(), rating.grade()));
        return all;
    }

    /** Those a sheet was reckoned from, as far as they were asked. */
    static Ratings of(ScoreSheet sheet) {
        Ratings all = new Ratings();
        sheet.criteria().forEach(criterion -> criterion.places().forEach(place -> {
            if (place.grade() != null) {
                all.put(criterion.criterion().code(), place.place(), place.grade());
            }
        }));
        return all;
    }

    Ratings put(String criterion, Place place, Grade grade) {
        grades.computeIfAbsent(criterion, unknown -> new EnumMap<>(Place.class)).put(place, grade);
        return this;
    }

    /** These with what somebody else answered for the organisation, where nothing is answered here. */
    Ratings withOrganisation(Ratings others) {
        others.grades.forEach((criterion, places) -> {
            Grade grade = places.get(Place.ORGANISATION);
            if (grade != null && grade(criterion, Place.ORGANISATION).isEmpty()) {
                put(criterion, Place.ORGANISATION, grade);
            }
        });
        return this;
    }

    /** The grades of one criterion, by place. */
    Map<Place, Grade> of(String criterion) {
        return grades.getOrDefault(criterion, Map.of());
    }

    Optional<Grade> grade(String criterion, Place place) {
        return Optional.ofNullable(of(criterion).get(place));
    }
}
