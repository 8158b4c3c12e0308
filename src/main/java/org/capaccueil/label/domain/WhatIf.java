package org.capaccueil.label.domain;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.LabelVerdict.Kind;
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
 * What a version of a standard, most often a draft, would have made of past campaigns: each team keeps what it was asked,
 * its ratings and the facts of its campaign, and is judged by the version's label rules, weights, mandatory flags and
 * minimums. Nothing is stored.
 */
@Service
@Transactional(readOnly = true)
public class WhatIf {

    /** Rules whose figures only count criteria: their reasons name them. */
    private static final Set<Kind> OF_CRITERIA = EnumSet.of(Kind.MINIMUMS, Kind.MANDATORY_CONFORM);

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

    /**
     * All teams with a final audit, those whose level changes first.
     *
     * @param limits what could not be compared
     */
    public record Comparison(StandardVersionView version, List<Verdicts> teams, List<Limits> limits) {

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

    /** What could not be compared of the campaigns on one version, in sentences. */
    public record Limits(StandardVersionView campaigns, List<String> sentences) {}

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
        StandardVersionView version = standards.readable(actor, id);
        Standard other = standards.content(id);
        Set<String> family = family(version);
        List<EvaluationView> audited = evaluations.campaignsOf(actor.commune()).stream()
                .filter(campaign ->
                        family.contains(standards.version(campaign.standard()).code()))
                .flatMap(campaign -> evaluations.ofCampaign(campaign.id()).stream())
                .filter(evaluation -> evaluation.status() != EvaluationStatus.CANCELLED)
                .toList();
        List<TeamResult> judged = results.of(audited).stream()
                .filter(team -> team.facts() != null)
                .toList();
        Map<EvaluationId, Optional<LabelLevel>> printed =
                snapshots.levels(judged.stream().map(TeamResult::id).toList());
        return new Comparison(
                version,
                judged.stream()
                        .map(team -> verdicts(team, printed, other))
                        .sorted(Comparator.comparing((Verdicts team) -> team.direction() == 0))
                        .toList(),
                limits(judged, other));
    }

    /** The codes of this standard and of those it was adapted from, one from the other. */
    private Set<String> family(StandardVersionView version) {
        Set<String> codes = new HashSet<>();
        StandardVersionView one = version;
        while (one != null) {
            codes.add(one.code());
            one = one.basedOn() == null ? null : standards.version(one.basedOn());
        }
        return codes;
    }

    private List<Limits> limits(List<TeamResult> judged, Standard other) {
        return judged.stream()
                .map(team -> team.evaluation().standard())
                .distinct()
                .map(then -> new Limits(
                        standards.version(then), new Incomparable(standards.content(then), other).sentences()))
                .filter(limits -> !limits.sentences().isEmpty())
                .toList();
    }

    private Verdicts verdicts(TeamResult team, Map<EvaluationId, Optional<LabelLevel>> printed, Standard other) {
        LabelVerdict before = Objects.requireNonNull(team.verdict());
        LabelVerdict after = again(team, team.standard().judgedAs(other));
        LabelLevel then = printed.getOrDefault(team.id(), Optional.ofNullable(before.level()))
                .orElse(null);
        LabelLevel now = after.level();
        return new Verdicts(team.evaluation(), then, now, why(then, before, now, after));
    }

    private LabelVerdict again(TeamResult team, Standard judged) {
        LabelFacts facts = Objects.requireNonNull(team.facts());
        ScoreSheet audit =
                ScoreSheet.of(judged, team.evaluation().scope().withOrganisation(), Ratings.of(facts.audit()));
        return LabelTest.on(
                judged,
                new LabelFacts(
                        audit,
                        facts.nonconformities(),
                        facts.carriedOver(),
                        facts.indicators(),
                        facts.planSigned(),
                        facts.points()),
                table);
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
                .flatMap(rule -> lost ? said(rule, rule, pair(rule, before)) : said(rule, pair(rule, after), rule))
                .toList();
    }

    private static @Nullable Rule pair(Rule rule, LabelVerdict other) {
        return other.rules().stream()
                .filter(one -> one.level() == rule.level() && one.kind() == rule.kind())
                .findFirst()
                .orElse(null);
    }

    /** « Score d'ensemble de l'audit : 76,2 ; exigé : au moins 78, au moins 75 alors », and which criteria it is about. */
    private static Stream<String> said(Rule deciding, @Nullable Rule now, @Nullable Rule then) {
        String sentence = deciding.title() + " : " + both(now, then, Rule::found) + " ; exigé : "
                + both(now, then, Rule::required);
        return OF_CRITERIA.contains(deciding.kind())
                ? Stream.concat(Stream.of(sentence), deciding.reasons().stream())
                : Stream.of(sentence);
    }

    private static String both(@Nullable Rule now, @Nullable Rule then, Function<Rule, String> what) {
        String is = now == null ? "rien" : what.apply(now);
        String was = then == null ? "rien" : what.apply(then);
        return is.equals(was) ? is : is + ", " + was + " alors";
    }
}
