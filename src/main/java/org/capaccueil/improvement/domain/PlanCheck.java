package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.LabelRules.CorrectionDelays;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a proposal and its submission, and what should be looked at twice. The same list serves the page
 * and the guard, so that the page never promises what the submission refuses.
 *
 * @param gaps have to be mended before the plan can be submitted
 * @param warnings do not hold the plan back: the quality manager and leadership see them as well
 */
public record PlanCheck(List<Gap> gaps, List<Gap> warnings) {

    /**
     * One point.
     *
     * @param action the action it is about, null when it is about a finding that has none
     * @param field the field to go to, null for the action as a whole
     */
    public record Gap(@Nullable UUID action, @Nullable String field, String sentence) {}

    /**
     * What the check depends on.
     *
     * @param openedOn the day the plan was opened, from which the time for nonconformities runs
     * @param delays of the campaign's standard
     * @param possibleOwners people with an account, of the team or the commune
     * @param verifiers the commune's quality managers
     */
    record Frame(
            LocalDate today,
            LocalDate openedOn,
            LocalDate closingDate,
            CorrectionDelays delays,
            Set<PersonId> possibleOwners,
            Set<PersonId> verifiers) {}

    static PlanCheck of(List<ActionView> actions, List<Finding> findings, Frame frame) {
        List<Gap> gaps = new ArrayList<>();
        List<Gap> warnings = new ArrayList<>();
        Set<UUID> answered = actions.stream()
                .map(action -> action.action().finding())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        findings.stream()
                .filter(finding -> finding.kind().isNonconformity() && !answered.contains(finding.id()))
                .map(finding -> new Gap(
                        null,
                        null,
                        "Le constat n° " + finding.number() + " ("
                                + finding.kind().title().toLowerCase(java.util.Locale.FRENCH)
                                + ") n'a pas d'action : ajoutez-en une."))
                .forEach(gaps::add);
        Map<UUID, Finding> byId = findings.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        for (ActionView view : actions) {
            gaps.addAll(gapsOf(view.action(), frame));
            Finding finding = view.action().finding() == null
                    ? null
                    : byId.get(view.action().finding());
            if (finding != null) {
                warnings.addAll(warningsOf(view.action(), finding, frame));
            }
        }
        return new PlanCheck(List.copyOf(gaps), List.copyOf(warnings));
    }

    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** The points of one action. */
    public List<Gap> gapsOf(UUID action) {
        return gaps.stream().filter(gap -> action.equals(gap.action())).toList();
    }

    public List<Gap> warningsOf(UUID action) {
        return warnings.stream().filter(gap -> action.equals(gap.action())).toList();
    }

    private static List<Gap> gapsOf(ActionPlans.Action action, Frame frame) {
        List<Gap> gaps = new ArrayList<>();
        String which = "Action n° " + action.number() + " : ";
        if (action.title().isBlank()) {
            gaps.add(new Gap(action.id(), "title", which + "donnez-lui un intitulé."));
        }
        if (action.cause().isBlank()) {
            gaps.add(new Gap(action.id(), "cause", which + "dites la cause à traiter."));
        }
        if (action.expectedEffect().isBlank()) {
            gaps.add(new Gap(action.id(), "expectedEffect", which + "dites l'effet attendu."));
        }
        PersonId owner = action.owner();
        if (owner == null) {
            gaps.add(new Gap(action.id(), "owner", which + "choisissez une personne responsable."));
        } else if (!frame.possibleOwners().contains(owner)) {
            gaps.add(new Gap(
                    action.id(),
                    "owner",
                    which + "la personne choisie n'a plus de compte ici, choisissez-en une autre."));
        } else if (Set.of(owner).containsAll(frame.verifiers())) {
            gaps.add(new Gap(
                    action.id(),
                    "owner",
                    which + "cette personne serait seule à pouvoir en vérifier l'effet, choisissez-en une autre."));
        }
        LocalDate due = action.due();
        if (due == null) {
            gaps.add(new Gap(action.id(), "due", which + "indiquez l'échéance."));
        } else if (due.isBefore(frame.today())) {
            gaps.add(new Gap(action.id(), "due", which + "l'échéance est déjà passée, choisissez une date à venir."));
        } else if (due.isAfter(frame.closingDate())) {
            gaps.add(new Gap(
                    action.id(),
                    "due",
                    which + "l'échéance dépasse la clôture de la campagne (" + PlanWords.day(frame.closingDate())
                            + "), choisissez une date plus proche."));
        }
        if (due != null && (action.reviewDate() == null || !action.reviewDate().isAfter(due))) {
            gaps.add(
                    new Gap(action.id(), "reviewDate", which + "indiquez une date de revue postérieure à l'échéance."));
        }
        return gaps;
    }

    private static List<Gap> warningsOf(ActionPlans.Action action, Finding finding, Frame frame) {
        if (action.due() == null || !finding.kind().isNonconformity()) {
            return List.of();
        }
        int months = finding.kind() == FindingKind.MAJOR
                ? frame.delays().majorMonths()
                : frame.delays().minorMonths();
        LocalDate latest = frame.openedOn().plusMonths(months);
        if (!action.due().isAfter(latest)) {
            return List.of();
        }
        return List.of(new Gap(
                action.id(),
                "due",
                "Action n° " + action.number() + " : une "
                        + finding.kind().title().toLowerCase(java.util.Locale.FRENCH) + " se lève en " + months
                        + " mois, soit avant le " + PlanWords.day(latest)
                        + ". Gardez cette échéance seulement si elle ne peut pas être plus proche."));
    }
}
