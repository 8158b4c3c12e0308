package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.count;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;

/** What every level asks about nonconformities, those of this audit and those the previous one left. */
record NonconformityRules(LabelRules rules, LabelFacts facts) {

    Rule noOpenMajor() {
        List<Nonconformity> majors = open(true).toList();
        // a minor left from before that is found again is one nonconformity, and counts as what it has become
        List<CarriedOver> carried = carriedOver()
                .filter(one -> majors.stream().noneMatch(one::isAlso))
                .toList();
        List<Nonconformity> minors = open(false)
                .filter(minor -> carried.stream().noneMatch(one -> one.isAlso(minor)))
                .toList();
        int most = rules.minorToMajorCount();
        int fromMinors = most == 0 ? 0 : minors.size() / most;
        List<String> reasons = new ArrayList<>();
        if (majors.size() + carried.size() + fromMinors > rules.maxOpenMajor()) {
            majors.forEach(major -> reasons.add("La non-conformité majeure n° " + major.number() + " ("
                    + major.criterion() + " " + at(major.place()) + ") est ouverte : "
                    + (major.planned()
                            ? "menez ses actions à leur terme et faites vérifier leur efficacité."
                            : "aucune action acceptée n'y répond, ajoutez-en une au plan.")));
            carried.forEach(one -> reasons.add(sentence(one)));
            if (fromMinors > 0) {
                int left = Math.max(0, rules.maxOpenMajor() - majors.size() - carried.size());
                reasons.add(minors.size() + " non-conformités mineures sont ouvertes (n° "
                        + minors.stream()
                                .map(one -> String.valueOf(one.number()))
                                .collect(Collectors.joining(", "))
                        + ") : à partir de " + most + " elles valent une majeure. Soldez-en au moins "
                        + (minors.size() - most * (left + 1) + 1) + ".");
            }
        }
        return new Rule(
                null,
                Kind.NO_OPEN_MAJOR,
                (rules.maxOpenMajor() == 0 ? "aucune" : "au plus " + rules.maxOpenMajor()) + worth(most),
                found(majors.size(), minors.size(), carried.size()),
                reasons);
    }

    private static String worth(int most) {
        return switch (most) {
            case 0 -> "";
            case 1 -> " ; une mineure en vaut une";
            default -> " ; " + most + " mineures en valent une";
        };
    }

    private Stream<Nonconformity> open(boolean major) {
        return facts.nonconformities().stream().filter(one -> one.open() && one.major() == major);
    }

    private Stream<CarriedOver> carriedOver() {
        return rules.carriedOverMinorIsMajor() ? facts.carriedOver().stream().filter(CarriedOver::open) : Stream.of();
    }

    private static String found(int majors, int minors, int carried) {
        return count(majors, "majeure") + ", " + count(minors, "mineure")
                + (carried == 0 ? "" : ", " + count(carried, "mineure reprise", "mineures reprises"));
    }

    private String at(Place place) {
        return facts.points().withinBrackets(place);
    }

    private String sentence(CarriedOver one) {
        return "La non-conformité mineure n° " + one.number() + " de la campagne « " + one.campaign() + " » ("
                + one.criterion() + " " + at(one.place()) + ") était encore ouverte à sa clôture et "
                + (one.found() == null
                        ? "cet audit n'a pas coté ce point"
                        : "cet audit y cote « " + one.found() + " », en dessous de conforme")
                + " : elle compte comme une majeure. "
                + (one.found() == null ? "Faites coter ce point, ou menez" : "Menez")
                + " à son terme une action qui y répond et faites vérifier son efficacité.";
    }

    Rule minorsPlanned() {
        List<Nonconformity> minors =
                facts.nonconformities().stream().filter(one -> !one.major()).toList();
        List<Nonconformity> left = minors.stream().filter(one -> !one.planned()).toList();
        return new Rule(
                null,
                Kind.MINORS_PLANNED,
                minors.isEmpty() ? "sans objet : aucune mineure" : minors.size() + " sur " + minors.size(),
                (minors.size() - left.size()) + " sur " + minors.size(),
                left.stream()
                        .map(one -> "Aucune action acceptée ne répond à la non-conformité mineure n° " + one.number()
                                + " (" + one.criterion() + " " + at(one.place())
                                + ") : prévoyez-en une dans le plan d'action.")
                        .toList());
    }
}
