package org.capaccueil.label.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the label rules of a version, most often a draft, would have made of past campaigns: each team keeps the criteria,
 * ratings and facts of its campaign, and is judged by the other rules. Nothing is stored.
 */
@Service
@Transactional(readOnly = true)
public class WhatIf {

    private final Standards standards;
    private final Evaluations evaluations;
    private final TeamResults results;
    private final Snapshots snapshots;
    private final LabelTable table;

    WhatIf(Standards standards, Evaluations evaluations, TeamResults results, Snapshots snapshots, LabelTable table) {
        this.standards = standards;
        this.evaluations = evaluations;
        this.results = results;
        this.snapshots = snapshots;
        this.table = table;
    }

    /** All teams with a final audit, those whose level changes first. */
    public record Comparison(StandardVersionView version, List<Verdicts> teams) {

        public long raised() {
            return teams.stream().filter(team -> team.direction() > 0).count();
        }

        public long lowered() {
            return teams.stream().filter(team -> team.direction() < 0).count();
        }

        public long unchanged() {
            return teams.stream().filter(team -> team.direction() == 0).count();
        }
    }

    /**
     * A team's level then and by the other rules.
     *
     * @param then as its label report says, or by its campaign's rules where none is printed yet
     * @param why the level changes, rule by rule; empty when it does not
     */
    public record Verdicts(
            EvaluationView evaluation, @Nullable LabelLevel then, @Nullable LabelLevel now, List<String> why) {

        /** Above 0 for a higher level, below for a lower one. */
        public int direction() {
            return Comparator.nullsFirst(Comparator.<LabelLevel>naturalOrder()).compare(now, then);
        }
    }

    public Comparison of(Actor actor, StandardVersionId id) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersionView version = standards.version(id);
        Standard other = standards.content(id);
        List<EvaluationView> audited = evaluations.campaignsOf(actor.commune()).stream()
                .filter(campaign -> isAbout(campaign, version))
                .flatMap(campaign -> evaluations.ofCampaign(campaign.id()).stream())
                .filter(evaluation -> evaluation.status() != EvaluationStatus.CANCELLED)
                .toList();
        Map<EvaluationId, Optional<LabelLevel>> printed =
                snapshots.levels(audited.stream().map(EvaluationView::id).toList());
        return new Comparison(
                version,
                results.of(audited).stream()
                        .filter(team -> team.facts() != null)
                        .map(team -> verdicts(team, printed, other))
                        .sorted(Comparator.comparing((Verdicts team) -> team.direction() == 0))
                        .toList());
    }

    private boolean isAbout(CampaignView campaign, StandardVersionView version) {
        return campaign.standard().equals(version.basedOn())
                || standards.version(campaign.standard()).code().equals(version.code());
    }

    private Verdicts verdicts(TeamResult team, Map<EvaluationId, Optional<LabelLevel>> printed, Standard other) {
        LabelVerdict before = Objects.requireNonNull(team.verdict());
        LabelVerdict after = LabelTest.on(
                team.standard().withRules(other.labelRules()), Objects.requireNonNull(team.facts()), table);
        LabelLevel then = printed.getOrDefault(team.id(), Optional.ofNullable(before.level()))
                .orElse(null);
        LabelLevel now = after.level();
        return new Verdicts(team.evaluation(), then, now, why(then, before, now, after));
    }

    /** The rules that decide it: a level lost is held up by the new rules, a level gained was held up by the old. */
    private static List<String> why(
            @Nullable LabelLevel then, LabelVerdict before, @Nullable LabelLevel now, LabelVerdict after) {
        if (then == now) {
            return List.of();
        }
        boolean lost = then != null && (now == null || now.compareTo(then) < 0);
        LabelLevel level = Objects.requireNonNull(lost ? then : now);
        LabelVerdict holdsUp = lost ? after : before;
        if (holdsUp.rules().stream().noneMatch(rule -> rule.level() == level)) {
            return List.of(
                    "Le niveau " + level.title() + (lost ? " n'existe plus dans ces règles." : " n'existait pas."));
        }
        return holdsUp.rules().stream()
                .filter(rule -> rule.concerns(level) && !rule.passed())
                .map(rule -> sentence(rule, lost, lost ? before : after))
                .toList();
    }

    /** « Score d'ensemble de l'audit : 76,2 ; exigé : au moins 78, au moins 75 alors ». */
    private static String sentence(Rule rule, boolean lost, LabelVerdict other) {
        String found = rule.title() + " : " + rule.found() + " ; exigé : ";
        return other.rules().stream()
                .filter(one -> one.level() == rule.level() && one.title().equals(rule.title()))
                .map(Rule::required)
                .findFirst()
                .map(required -> lost
                        ? found + rule.required() + ", " + required + " alors"
                        : found + required + ", " + rule.required() + " alors")
                .orElse(found + rule.required());
    }
}
