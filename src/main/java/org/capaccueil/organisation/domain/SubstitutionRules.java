package org.capaccueil.organisation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be away on some days with somebody in their place: one substitute at a time, who is there, and who
 * never passes on what they were lent.
 *
 * @param absences those of the absent person and of the substitute
 */
record SubstitutionRules(PersonView absent, PersonView substitute, List<SubstitutionView> absences, LocalDate today) {

    /** What is given by name, after an inquiry or by whoever runs the machine, and ends with the person's absence. */
    static final Set<Role> NEVER_LENT = Set.of(Role.AUDITOR, Role.OPERATOR);

    static final int LONGEST_REASON = 300;

    /** What can be said before anything is asked: why this person's rights cannot be lent at all. */
    static Optional<String> unlendable(PersonView person, boolean inATeam) {
        boolean nothingElse = !person.roles().isEmpty() && NEVER_LENT.containsAll(person.roles());
        if (inATeam || !nothingElse) {
            return Optional.empty();
        }
        return Optional.of(
                "Un auditeur ou un exploitant ne se fait pas remplacer ici : l'auditeur se récuse et le référent qualité "
                        + "en désigne un autre, dont l'indépendance est vérifiée ; l'exploitant s'arrange avec la "
                        + "personne qui gère le serveur.");
    }

    /**
     * Refuses a plan that breaks a rule, and says which field to mend.
     *
     * @param changed the substitution the plan changes, null for a new one
     */
    void require(SubstitutionPlan plan, @Nullable SubstitutionView changed) {
        LocalDate first = plan.firstDay();
        LocalDate last = plan.lastDay();
        if (first == null) {
            throw new BusinessRefusal("firstDay", "Indiquez le premier jour de l'absence.");
        }
        if (last == null) {
            throw new BusinessRefusal("lastDay", "Indiquez le dernier jour de l'absence.");
        }
        if (plan.reason() != null && plan.reason().length() > LONGEST_REASON) {
            throw new BusinessRefusal("reason", "Le motif a " + LONGEST_REASON + " caractères au plus.");
        }
        requirePeople();
        requireDays(first, last, changed);
        requireOneAtATime(first, last, changed == null ? null : changed.id());
    }

    private void requirePeople() {
        if (substitute.id().equals(absent.id())) {
            throw new BusinessRefusal("substitute", "Choisissez une autre personne que celle qui est absente.");
        }
        if (!substitute.commune().equals(absent.commune())) {
            throw new BusinessRefusal("substitute", "Choisissez une personne de la même commune dans la liste.");
        }
    }

    private void requireDays(LocalDate first, LocalDate last, @Nullable SubstitutionView changed) {
        boolean begunAlready = changed != null && first.equals(changed.firstDay());
        if (first.isBefore(today) && !begunAlready) {
            throw new BusinessRefusal(
                    "firstDay", "Le premier jour est passé. Un remplacement commence au plus tôt aujourd'hui.");
        }
        if (last.isBefore(first)) {
            throw new BusinessRefusal("lastDay", "Le dernier jour est avant le premier. Corrigez l'un des deux.");
        }
        if (last.isBefore(today)) {
            throw new BusinessRefusal(
                    "lastDay", "Le dernier jour est passé. Pour arrêter dès maintenant, mettez fin au remplacement.");
        }
        if (last.isAfter(first.plusYears(1))) {
            throw new BusinessRefusal(
                    "lastDay",
                    "Un remplacement dure un an au plus. Au-delà, le référent qualité donne les rôles à la personne "
                            + "elle-même.");
        }
    }

    private void requireOneAtATime(LocalDate first, LocalDate last, @Nullable UUID except) {
        for (SubstitutionView other : absences) {
            if (other.id().equals(except) || !other.covers(first, last)) {
                continue;
            }
            if (other.absent().equals(absent.id())) {
                throw new BusinessRefusal(
                        "firstDay",
                        "Le remplacement est déjà confié à " + other.substituteName() + " " + other.days()
                                + ". Changez les dates, ou mettez d'abord fin à cet autre remplacement.");
            }
            if (other.absent().equals(substitute.id())) {
                throw new BusinessRefusal(
                        "substitute",
                        substitute.name() + " sera en absence aussi, " + other.days()
                                + ", et un remplacement ne se transmet pas. Choisissez quelqu'un qui est là ces jours-là.");
            }
        }
    }
}
