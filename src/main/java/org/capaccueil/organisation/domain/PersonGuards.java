package org.capaccueil.organisation.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What a person's record must keep to: an address of one's own, roles that may be given here, nobody above themselves. */
@Component
class PersonGuards {

    private static final Set<Role> GRANTABLE = Set.of(Role.QUALITY_MANAGER, Role.AUDITOR, Role.LEADERSHIP);

    private final People people;
    private final Organisation organisation;
    private final boolean givesRoles;

    PersonGuards(
            People people,
            Organisation organisation,
            @Value("${capaccueil.keycloak.issuer:}") String identityProvider) {
        this.people = people;
        this.organisation = organisation;
        this.givesRoles = identityProvider.isBlank();
    }

    /** Whether roles are given in the register: not when the identity provider gives them. */
    boolean givesRoles() {
        return givesRoles;
    }

    void refuseKnownEmail(@Nullable String email, @Nullable PersonId except) {
        if (email == null || email.isBlank()) {
            return;
        }
        people.findByEmailIgnoreCase(email.strip())
                .filter(other -> !other.view().id().equals(except))
                .ifPresent(other -> {
                    throw new BusinessRefusal(
                            "email",
                            "L'adresse « " + email.strip() + " » est déjà celle de "
                                    + other.view().name() + ". Donnez une autre adresse, ou laissez le champ vide.");
                });
    }

    /** Another organisation's people are out of sight; only the database knows all addresses. */
    void refuseEmailKnownElsewhere(@Nullable String email) {
        try {
            people.flush();
        } catch (DataIntegrityViolationException taken) {
            if (!String.valueOf(taken.getMessage()).contains("person_email")) {
                throw taken;
            }
            throw new BusinessRefusal(
                    "email",
                    "L'adresse « " + email + " » est déjà celle d'une personne d'une autre organisation. "
                            + "Donnez une autre adresse, ou laissez le champ vide.");
        }
    }

    /** Team roles come from the teams; the operator is named by whoever runs the machine. */
    void requireGrantable(Set<Role> before, Set<Role> after) {
        Set<Role> moved = EnumSet.noneOf(Role.class);
        moved.addAll(after);
        moved.removeAll(before);
        before.stream().filter(role -> !after.contains(role)).forEach(moved::add);
        if (!givesRoles && !moved.isEmpty()) {
            throw new BusinessRefusal(
                    "roles",
                    "Les rôles viennent du fournisseur d'identité : demandez ce changement à la personne qui y gère les "
                            + "comptes. Il vaudra ici cinq minutes plus tard au plus.");
        }
        moved.removeAll(GRANTABLE);
        if (!moved.isEmpty()) {
            throw new BusinessRefusal(
                    "roles",
                    "Le rôle « " + moved.iterator().next().title() + " » ne se donne pas ici : les rôles d'équipe "
                            + "viennent de la page de l'équipe, celui d'exploitant de la personne qui gère le serveur.");
        }
    }

    void requireQualityManagerLeft(PersonView before, Set<Role> after) {
        if (!before.roles().contains(Role.QUALITY_MANAGER) || after.contains(Role.QUALITY_MANAGER)) {
            return;
        }
        boolean another = people.findByRole(Role.QUALITY_MANAGER).stream()
                .map(Person::view)
                .anyMatch(other ->
                        other.commune().equals(before.commune()) && !other.id().equals(before.id()));
        if (!another) {
            throw new BusinessRefusal(
                    "roles",
                    "C'est le dernier référent qualité de la commune : personne ne pourrait plus rien régler. "
                            + "Donnez d'abord ce rôle à quelqu'un d'autre.");
        }
    }

    void requireNoCircle(PersonView person, PersonId manager) {
        boolean below = organisation
                .managersAbove(Set.of(manager))
                .getOrDefault(manager, List.of())
                .contains(person.id());
        if (below || manager.equals(person.id())) {
            throw new BusinessRefusal(
                    "manager",
                    below
                            ? "Cette personne est elle-même placée sous l'autorité de " + person.name()
                                    + ". Choisissez quelqu'un d'autre, ou corrigez d'abord sa fiche."
                            : "Personne n'est son propre supérieur. Choisissez quelqu'un d'autre, ou « Personne ».");
        }
    }
}
