package org.capaccueil.audit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;

/**
 * Who may not audit a team, and why: {@link IndependenceRule} has the rules, this is how each is judged. People are
 * compared by who they are, never by the role they act in: whoever stands in for somebody stays tied by what they did.
 *
 * @param people the persons in question, as they are today
 */
record Independence(TeamView team, Ties ties, List<PersonView> people) {

    /** Who can be chosen from: a commune that does not lend its auditors does not show them either. */
    List<PersonView> atHand() {
        return people.stream().filter(this::isAtHand).toList();
    }

    /** Everything that speaks against this person; empty when they may audit. */
    List<Obstacle> against(PersonView person) {
        List<Obstacle> found = new ArrayList<>();
        if (!person.roles().contains(Role.AUDITOR)) {
            found.add(new Obstacle(IndependenceRule.IN_OFFICE, "n'a pas le rôle « Auditeur »"));
        }
        team(person).ifPresent(found::add);
        authority(person).ifPresent(found::add);
        String help = ties.help().get(person.id());
        if (help != null) {
            found.add(new Obstacle(IndependenceRule.HELPED_WITH_NOTHING, help));
        }
        if (ties.hasAuditedLastCycles(person.id())) {
            found.add(new Obstacle(
                    IndependenceRule.ROTATION,
                    "a audité cette équipe aux deux cycles précédents : un autre regard est attendu"));
        }
        decision(person).ifPresent(found::add);
        if (ties.setAside().contains(person.id())) {
            found.add(new Obstacle(
                    IndependenceRule.STILL_WANTED, "s'est déjà récusé pour cet audit, ou y a été remplacé"));
        }
        atHand(person).ifPresent(found::add);
        return found;
    }

    private Optional<Obstacle> team(PersonView person) {
        for (MemberView member : team.members()) {
            if (member.person().equals(person.id())) {
                return Optional.of(new Obstacle(
                        IndependenceRule.OUTSIDE_THE_TEAM,
                        member.lead() ? "dirige l'équipe à auditer" : "fait partie de l'équipe à auditer"));
            }
        }
        if (ties.during().contains(person.id())) {
            return Optional.of(new Obstacle(
                    IndependenceRule.OUTSIDE_THE_TEAM, "faisait partie de l'équipe pendant la période évaluée"));
        }
        if (ties.substitutes().contains(person.id())) {
            return Optional.of(
                    new Obstacle(
                            IndependenceRule.REPLACES_NOBODY_IN_IT,
                            "remplace une personne qui intervient dans cette évaluation (équipe, référent qualité ou direction)"));
        }
        return Optional.empty();
    }

    private Optional<Obstacle> authority(PersonView person) {
        List<String> words = new ArrayList<>();
        if (isAtHome(person) && person.roles().contains(Role.LEADERSHIP)) {
            words.add("exerce une autorité hiérarchique sur l'équipe (direction de la commune)");
        }
        String below = team.members().stream()
                .map(MemberView::person)
                .filter(member -> ties.isAbove(person.id(), member))
                .map(ties::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!below.isEmpty()) {
            words.add("a autorité, directement ou non, sur " + below);
        }
        String chiefs = team.members().stream()
                .filter(MemberView::lead)
                .map(MemberView::person)
                .filter(lead -> ties.isAbove(lead, person.id()))
                .map(ties::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!chiefs.isEmpty()) {
            words.add("est sous l'autorité de " + chiefs + ", responsable de l'équipe");
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(IndependenceRule.NO_LINE_OF_AUTHORITY, String.join(" ; ", words)));
    }

    private Optional<Obstacle> decision(PersonView person) {
        if (isAtHome(person) && person.roles().contains(Role.QUALITY_MANAGER)) {
            return Optional.of(new Obstacle(
                    IndependenceRule.DECIDES_NOTHING,
                    "est référent qualité de la commune et relit lui-même cette évaluation"));
        }
        return person.id().equals(ties.chooser())
                ? Optional.of(new Obstacle(IndependenceRule.DECIDES_NOTHING, "ne peut pas se désigner soi-même"))
                : Optional.empty();
    }

    private Optional<Obstacle> atHand(PersonView person) {
        if (!isAtHand(person)) {
            return Optional.of(
                    new Obstacle(IndependenceRule.LENT, "n'est pas prêté par sa commune, " + person.communeName()));
        }
        return Optional.ofNullable(ties.away().get(person.id()))
                .map(day -> new Obstacle(
                        IndependenceRule.AVAILABLE, "n'est pas disponible jusqu'au " + PublicTime.inWords(day)));
    }

    private boolean isAtHand(PersonView person) {
        return isAtHome(person) || ties.lent().contains(person.id());
    }

    private boolean isAtHome(PersonView person) {
        return person.commune().equals(team.commune());
    }

    /** Refuses a choice: an auditor in office against whom nothing speaks. */
    void requireOf(PersonId candidate) {
        PersonView person = find(candidate)
                .filter(known -> known.roles().contains(Role.AUDITOR) && isAtHand(known))
                .orElseThrow(() -> new BusinessRefusal(
                        "auditor",
                        "Choisissez une personne de la liste : celles de votre commune qui ont le rôle « Auditeur », et "
                                + "celles que les autres communes prêtent."));
        List<Obstacle> obstacles = against(person);
        if (!obstacles.isEmpty()) {
            throw new BusinessRefusal(
                    "auditor",
                    person.name() + " ne peut pas auditer cette équipe : " + inWords(obstacles)
                            + ". Choisissez une autre personne.");
        }
    }

    /** Refuses to go on: something has changed since the auditor was chosen. */
    void requireStillOf(PersonId auditor) {
        List<Obstacle> obstacles = against(find(auditor).orElseThrow(NotFound::new)).stream()
                .filter(obstacle -> obstacle.rule().isLasting())
                .toList();
        if (!obstacles.isEmpty()) {
            throw new BusinessRefusal("Vous ne pouvez plus auditer cette équipe. Motif : " + inWords(obstacles)
                    + ". Récusez-vous pour qu'une autre personne soit désignée.");
        }
    }

    private static String inWords(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::words).collect(Collectors.joining(" ; "));
    }

    private Optional<PersonView> find(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }
}
