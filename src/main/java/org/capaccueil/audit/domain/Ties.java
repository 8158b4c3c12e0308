package org.capaccueil.audit.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.PersonId;

/**
 * What is known today of people and one audited team.
 *
 * @param during who was in the team at any time during the evaluation
 * @param substitutes who stands in for somebody with a part in the evaluation: of the team, quality manager or leadership
 * @param above the managers above a person of the team or a candidate, nearest first
 * @param names the names of those whom reasons speak of
 * @param help what each person did for what is audited, to be read after their name
 * @param lastAuditors who audited the team's last two cycles; fewer when it has had fewer
 * @param setAside who stepped aside from this very audit or was replaced
 * @param chooser who chooses the auditor now, null when nobody does
 * @param lent whom the other communes lend
 * @param away until which day somebody is not available
 */
record Ties(
        Set<PersonId> during,
        Set<PersonId> substitutes,
        Map<PersonId, List<PersonId>> above,
        Map<PersonId, String> names,
        Map<PersonId, String> help,
        List<PersonId> lastAuditors,
        Set<PersonId> setAside,
        @org.jspecify.annotations.Nullable PersonId chooser,
        Set<PersonId> lent,
        Map<PersonId, LocalDate> away) {

    /** How many cycles in a row one person may audit the same team. */
    static final int CYCLES = 2;

    boolean hasAuditedLastCycles(PersonId person) {
        return lastAuditors.size() == CYCLES && lastAuditors.stream().allMatch(person::equals);
    }

    boolean isAbove(PersonId person, PersonId below) {
        return above.getOrDefault(below, List.of()).contains(person);
    }

    String name(PersonId person) {
        return names.getOrDefault(person, "une personne");
    }
}
