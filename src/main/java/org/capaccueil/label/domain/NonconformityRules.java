package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.count;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.standard.LabelRules;

/** What every level asks about nonconformities, those of this audit and those earlier ones left. */
record NonconformityRules(LabelRules rules, LabelFacts facts) {

    Rule noOpenMajor() {
        NonconformityWording wording = new NonconformityWording(facts.points());
        List<Nonconformity> majors = open(true).toList();
        // what was left from before and is found again is one nonconformity, and counts as what it has become
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
            majors.forEach(major -> reasons.add(wording.open(major)));
            carried.forEach(one -> reasons.add(wording.left(one)));
            if (fromMinors > 0) {
                int left = Math.max(0, rules.maxOpenMajor() - majors.size() - carried.size());
                reasons.add(wording.asManyAsAMajor(minors, most, minors.size() - most * (left + 1) + 1));
            }
        }
        return new Rule(
                null,
                Kind.NO_OPEN_MAJOR,
                (rules.maxOpenMajor() == 0 ? "aucune" : "au plus " + rules.maxOpenMajor()) + worth(most),
                found(majors.size(), minors.size(), carried),
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
        return facts.carriedOver().stream()
                .filter(CarriedOver::open)
                .filter(one -> one.major() || rules.carriedOverMinorIsMajor());
    }

    private static String found(int majors, int minors, List<CarriedOver> carried) {
        int carriedMajors = (int) carried.stream().filter(CarriedOver::major).count();
        int carriedMinors = carried.size() - carriedMajors;
        return count(majors, "majeure") + ", " + count(minors, "mineure")
                + (carriedMajors == 0 ? "" : ", " + count(carriedMajors, "majeure reprise", "majeures reprises"))
                + (carriedMinors == 0 ? "" : ", " + count(carriedMinors, "mineure reprise", "mineures reprises"));
    }

    Rule minorsPlanned() {
        NonconformityWording wording = new NonconformityWording(facts.points());
        List<Nonconformity> minors =
                facts.nonconformities().stream().filter(one -> !one.major()).toList();
        List<Nonconformity> left = minors.stream().filter(one -> !one.planned()).toList();
        return new Rule(
                null,
                Kind.MINORS_PLANNED,
                minors.isEmpty() ? "sans objet : aucune mineure" : minors.size() + " sur " + minors.size(),
                (minors.size() - left.size()) + " sur " + minors.size(),
                left.stream().map(wording::unplanned).toList());
    }
}
