package org.capaccueil.audit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;

/**
 * Who may not audit a team, and why: nobody audits their own unit, what they helped to prepare, or people they have
 * authority over; and whoever reviews an evaluation does not audit it as well.
 *
 * @param participants everybody who took part in the team's self-assessment
 * @param recused everybody who stepped aside from this very audit
 * @param people the persons in question, as they are today
 */
record Independence(TeamView team, Set<PersonId> participants, Set<PersonId> recused, List<PersonView> people) {

    /** Every reason that speaks against this person; empty when they may audit. */
    List<String> against(PersonView person) {
        List<String> reasons = new ArrayList<>();
        team.members().stream()
                .filter(member -> member.person().equals(person.id()))
                .findFirst()
                .ifPresent(member ->
                        reasons.add(member.lead() ? "dirige l'équipe à auditer" : "fait partie de l'équipe à auditer"));
        if (participants.contains(person.id())) {
            reasons.add("a pris part à l'autoévaluation de l'équipe");
        }
        boolean atHome = person.commune().equals(team.commune());
        if (atHome && person.roles().contains(Role.QUALITY_MANAGER)) {
            reasons.add("est référent qualité de la commune et relit lui-même cette évaluation");
        }
        if (atHome && person.roles().contains(Role.LEADERSHIP)) {
            reasons.add("exerce une autorité hiérarchique sur l'équipe (direction de la commune)");
        }
        if (recused.contains(person.id())) {
            reasons.add("s'est déjà récusé pour cet audit");
        }
        return reasons;
    }

    /** Refuses a choice: an auditor in office against whom nothing speaks. */
    void requireOf(PersonId candidate) {
        PersonView person = find(candidate)
                .filter(known -> known.roles().contains(Role.AUDITOR))
                .orElseThrow(() -> new BusinessRefusal(
                        "auditor",
                        "Choisissez une personne de la liste : seules celles qui ont le rôle « Auditeur » "
                                + "peuvent auditer."));
        List<String> reasons = against(person);
        if (!reasons.isEmpty()) {
            throw new BusinessRefusal(
                    "auditor",
                    person.name() + " ne peut pas auditer cette équipe : " + String.join(" ; ", reasons)
                            + ". Choisissez une autre personne.");
        }
    }

    /** Refuses to go on: something has changed since the auditor was chosen. */
    void requireStillOf(PersonId auditor) {
        List<String> reasons = against(find(auditor).orElseThrow(NotFound::new));
        if (!reasons.isEmpty()) {
            throw new BusinessRefusal(
                    "independent",
                    "Vous ne pouvez plus auditer cette équipe. Motif : " + String.join(" ; ", reasons)
                            + ". Récusez-vous pour qu'une autre personne soit désignée.");
        }
    }

    private Optional<PersonView> find(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }
}
