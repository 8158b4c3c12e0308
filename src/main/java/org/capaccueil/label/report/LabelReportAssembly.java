package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.label.domain.Enough;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.ActionStatus;
import org.capaccueil.label.report.LabelReport.FindingKind;
import org.capaccueil.label.report.LabelReport.Identity;
import org.capaccueil.label.report.LabelReport.IndicatorStatus;
import org.capaccueil.label.report.LabelReport.LabelTest;
import org.capaccueil.label.report.LabelReport.Method;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.label.report.LabelReport.PlaceRating;
import org.capaccueil.label.report.LabelReport.Plan;
import org.capaccueil.label.report.LabelReport.Rating;
import org.capaccueil.label.report.LabelReport.ReceptionPoint;
import org.capaccueil.label.report.LabelReport.Rule;
import org.capaccueil.label.report.LabelReport.Signature;
import org.capaccueil.label.report.LabelReport.Total;
import org.capaccueil.label.report.LabelReport.TrailEntry;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers a label report from the rooms that own its facts. Scores come in cut to one decimal, as the pages show them:
 * the design would round 74.96 up to the 75 it does not reach.
 */
@Component
class LabelReportAssembly {

    private static final Person NOBODY = new Person("Non désigné", "–");
    private static final String APPROACH =
            "L'équipe relève ses indicateurs, puis s'évalue critère par critère et canal par "
                    + "canal, avec ses preuves. Un auditeur extérieur à l'équipe cote ensuite les mêmes critères sur place et sur "
                    + "pièces ; l'équipe répond à ses constats avant que le rapport d'audit soit définitif. Un plan d'action, signé "
                    + "par la direction, répond aux non-conformités, et une autre personne que celle qui agit vérifie que chaque "
                    + "action a produit son effet. Seules les cotations de l'audit comptent pour le label.";
    private static final String PLAN_SUBJECT = "Plan d'action";

    private final Evaluations evaluations;
    private final Organisation organisation;
    private final SelfAssessments selfAssessments;
    private final Audits audits;
    private final TeamChanges changes;
    private final Trail trail;
    private final Clock clock;

    LabelReportAssembly(
            Evaluations evaluations,
            Organisation organisation,
            SelfAssessments selfAssessments,
            Audits audits,
            TeamChanges changes,
            Trail trail,
            Clock clock) {
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.selfAssessments = selfAssessments;
        this.audits = audits;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    LabelReport finalReport(TeamResult result) {
        return report(result, today());
    }

    LabelReport draft(TeamResult result) {
        return report(result, null);
    }

    private LabelReport report(TeamResult result, @Nullable LocalDate ended) {
        EvaluationId id = result.id();
        List<Audits.Finding> findings = result.audit() == null ? List.of() : audits.findings(id);
        Optional<SelfAssessments.Summary> assessed = selfAssessments.summary(id);
        Optional<Audits.Summary> audited = audits.summary(id);
        List<Trail.Line> planLines = trail.of(id).stream()
                .filter(line -> line.subject().equals(PLAN_SUBJECT))
                .toList();
        Map<PersonId, PersonView> people = organisation.people(named(result, assessed, audited, planLines));
        return new LabelReport(
                identity(result, ended),
                method(result, assessed, audited, people),
                indicators(result),
                themes(result),
                new Total(shown(result.selfTotal()), shown(result.auditTotal())),
                findings(result, findings, audited),
                plan(result, findings, planLines, people),
                labelTest(result),
                Glossary.entries());
    }

    private Identity identity(TeamResult result, @Nullable LocalDate ended) {
        EvaluationView evaluation = result.evaluation();
        CampaignView campaign = evaluations.campaign(evaluation.campaign());
        return new Identity(
                organisation.commune(evaluation.commune()).name(),
                evaluation.teamName(),
                campaign.name(),
                campaign.periodStart(),
                campaign.periodEnd(),
                result.standard().titleFr(),
                result.standard().version(),
                PublicTime.dayOf(evaluation.openedAt()),
                ended,
                today(),
                "EVAL-" + evaluation.id().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                evaluations.points(List.of(evaluation.id())).getOrDefault(evaluation.id(), List.of()).stream()
                        .map(point -> new ReceptionPoint(
                                point.main() ? point.name() + " (point d'accueil principal)" : point.name(),
                                point.address(),
                                point.channels().stream()
                                        .filter(evaluation.channels()::contains)
                                        .sorted()
                                        .toList()))
                        .toList(),
                changes.of(evaluation.id()).stream()
                        .map(change -> change.reason().isEmpty()
                                ? change.what()
                                : change.what() + " Raison : " + change.reason())
                        .toList());
    }

    /** What a standard does not claim to be is said in every report drawn from it. */
    private static String approach(Standard standard) {
        return standard.disclaimer() == null ? APPROACH : APPROACH + "\n" + standard.disclaimer();
    }

    private Method method(
            TeamResult result,
            Optional<SelfAssessments.Summary> assessed,
            Optional<Audits.Summary> audited,
            Map<PersonId, PersonView> people) {
        EvaluationView evaluation = result.evaluation();
        PersonId lead = assessed.map(SelfAssessments.Summary::submittedBy).orElse(null);
        ActionPlans.Signature signature =
                result.plan() == null ? null : result.plan().signature();
        return new Method(
                approach(result.standard()),
                person(lead, people),
                participants(assessed.map(SelfAssessments.Summary::participants).orElse(List.of()).stream()
                        .filter(participant -> !participant.equals(lead))
                        .map(participant -> person(participant, people))
                        .toList()),
                assessed.map(SelfAssessments.Summary::submittedAt)
                        .map(PublicTime::dayOf)
                        .orElse(null),
                audited.map(Audits.Summary::auditor)
                        .map(people::get)
                        .map(auditor -> new Person(auditor.name(), auditor.capacity() + ", " + auditor.communeName()))
                        .orElse(NOBODY),
                independence(evaluation.id(), audited),
                audited.map(Audits.Summary::independenceDeclaredAt)
                        .map(PublicTime::dayOf)
                        .orElse(null),
                audited.map(Audits.Summary::visitedOn).orElse(null),
                audited.map(Audits.Summary::closedAt).map(PublicTime::dayOf).orElse(null),
                person(evaluations.campaign(evaluation.campaign()).createdBy(), people),
                signature != null ? new Person(signature.name(), signature.capacity()) : leadership(evaluation));
    }

    /** How many rated and in which functions: a report that holds ratings names no agent for them. */
    private static List<Person> participants(List<Person> others) {
        return others.isEmpty()
                ? List.of()
                : List.of(new Person(
                        others.size() == 1 ? "1 membre de l'équipe" : others.size() + " membres de l'équipe",
                        others.stream()
                                .map(Person::capacity)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    private Person leadership(EvaluationView evaluation) {
        return organisation.peopleOf(evaluation.commune()).stream()
                .filter(person -> person.roles().contains(Role.LEADERSHIP))
                .findFirst()
                .map(person -> new Person(person.name(), person.capacity()))
                .orElse(NOBODY);
    }

    private Set<PersonId> named(
            TeamResult result,
            Optional<SelfAssessments.Summary> assessed,
            Optional<Audits.Summary> audited,
            List<Trail.Line> planLines) {
        Set<PersonId> named = new HashSet<>();
        named.add(evaluations.campaign(result.evaluation().campaign()).createdBy());
        assessed.ifPresent(summary -> {
            named.addAll(summary.participants());
            named.add(summary.submittedBy());
        });
        audited.map(Audits.Summary::auditor).ifPresent(named::add);
        result.actions().stream().map(ActionPlans.Action::owner).forEach(named::add);
        planLines.stream()
                .map(Trail.Line::actorId)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .forEach(named::add);
        named.remove(null);
        return named;
    }

    private static Person person(@Nullable PersonId id, Map<PersonId, PersonView> people) {
        PersonView known = id == null ? null : people.get(id);
        return known == null ? NOBODY : new Person(known.name(), known.capacity());
    }

    private static List<LabelReport.Indicator> indicators(TeamResult result) {
        List<LabelReport.Indicator> all = new ArrayList<>();
        for (Indicator indicator : result.standard().indicators()) {
            for (Channel channel : Channel.values()) {
                if (indicator.channels().contains(channel)
                        && result.evaluation().channels().contains(channel)) {
                    all.add(indicator(indicator, channel, result.measurements()));
                }
            }
        }
        return all;
    }

    private static LabelReport.Indicator indicator(
            Indicator indicator, Channel channel, Collection<MeasurementView> measurements) {
        Optional<MeasurementView> found = measurements.stream()
                .filter(one -> one.indicator().equals(indicator.code()) && one.channel() == channel)
                .findFirst();
        BigDecimal value = found.map(MeasurementView::value).orElse(null);
        BigDecimal denominator = found.map(MeasurementView::denominator).orElse(null);
        return new LabelReport.Indicator(
                indicator.code(),
                indicator.titleFr(),
                channel,
                indicator.formula(),
                found.map(MeasurementView::numerator).orElse(null),
                denominator,
                value,
                indicator.unit(),
                denominator == null ? null : denominator.intValue(),
                indicator.minSample(),
                found.map(MeasurementView::periodStart).orElse(null),
                found.map(MeasurementView::periodEnd).orElse(null),
                found.map(one -> one.unavailable() != null ? "Non mesuré : " + one.unavailable() : one.source())
                        .orElse(null),
                indicator.target(),
                indicator.alert(),
                indicator.direction() == Indicator.Direction.HIGHER,
                status(indicator, value, denominator));
    }

    private static IndicatorStatus status(
            Indicator indicator, @Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        if (value == null) {
            return IndicatorStatus.NOT_MEASURED;
        }
        if (denominator != null && denominator.compareTo(BigDecimal.valueOf(indicator.minSample())) < 0) {
            return IndicatorStatus.BASE_TOO_SMALL;
        }
        if (indicator.isAlarming(value)) {
            return IndicatorStatus.ALERT;
        }
        return indicator.meetsTarget(value) ? IndicatorStatus.ON_TARGET : IndicatorStatus.BETWEEN;
    }

    private List<LabelReport.Theme> themes(TeamResult result) {
        EvaluationId id = result.id();
        Map<String, List<SelfAssessments.Rating>> own =
                selfAssessments.ratings(id).stream().collect(Collectors.groupingBy(SelfAssessments.Rating::criterion));
        Map<String, List<Audits.Rating>> theirs = result.audit() == null
                ? Map.of()
                : audits.ratings(id).stream().collect(Collectors.groupingBy(Audits.Rating::criterion));
        Map<String, List<String>> evidence = selfAssessments.evidence(id).stream()
                .collect(Collectors.groupingBy(
                        SelfAssessments.Evidence::criterion,
                        Collectors.mapping(SelfAssessments.Evidence::title, Collectors.toList())));
        return result.self().themes().stream()
                .map(theme -> new LabelReport.Theme(
                        theme.theme().code(),
                        theme.theme().titleFr(),
                        BigDecimal.valueOf(theme.theme().weight()),
                        shown(theme.score()),
                        shown(audited(result, theme.theme().code())
                                .map(ThemeScore::score)
                                .orElse(null)),
                        theme.criteria().stream()
                                .map(one -> criterion(
                                        result,
                                        one,
                                        comments(
                                                own.getOrDefault(one.criterion().code(), List.of()).stream()
                                                        .map(rating -> new Comment(rating.place(), rating.comment()))
                                                        .toList()),
                                        comments(theirs
                                                .getOrDefault(one.criterion().code(), List.of())
                                                .stream()
                                                .map(rating -> new Comment(rating.place(), rating.comment()))
                                                .toList()),
                                        evidence.getOrDefault(one.criterion().code(), List.of())))
                                .toList()))
                .toList();
    }

    private static Optional<ThemeScore> audited(TeamResult result, String theme) {
        ScoreSheet audit = result.audit();
        return audit == null ? Optional.empty() : audit.theme(theme);
    }

    private static LabelReport.Criterion criterion(
            TeamResult result,
            CriterionScore self,
            @Nullable String selfComment,
            @Nullable String auditComment,
            List<String> evidence) {
        Criterion criterion = self.criterion();
        Map<Place, PlaceScore> audit = Optional.ofNullable(result.audit()).stream()
                .flatMap(ScoreSheet::criteria)
                .filter(one -> one.criterion().code().equals(criterion.code()))
                .flatMap(one -> one.places().stream())
                .collect(Collectors.toMap(PlaceScore::place, Function.identity()));
        Scale scale = self.question().scale();
        return new LabelReport.Criterion(
                criterion.code(),
                criterion.titleFr(),
                criterion.mandatory(),
                criterion.scope() == Criterion.Scope.ORGANISATION,
                self.places().stream()
                        .map(place -> new PlaceRating(
                                place.place(),
                                rating(place.grade(), scale),
                                rating(
                                        Optional.ofNullable(audit.get(place.place()))
                                                .map(PlaceScore::grade)
                                                .orElse(null),
                                        scale)))
                        .toList(),
                selfComment,
                auditComment,
                evidence);
    }

    private static Rating rating(@Nullable Grade grade, Scale scale) {
        if (grade == null) {
            return Rating.notRated();
        }
        Integer value = grade.value();
        if (value == null) {
            return Rating.notApplicable(Objects.requireNonNull(grade.reason()));
        }
        return Rating.rated(value, scale);
    }

    private record Comment(Place place, @Nullable String text) {}

    private static @Nullable String comments(List<Comment> comments) {
        List<Comment> written = comments.stream()
                .filter(comment -> comment.text() != null && !comment.text().isBlank())
                .toList();
        if (written.isEmpty()) {
            return null;
        }
        return written.stream()
                .map(comment -> comment.place().title() + " : " + comment.text())
                .collect(Collectors.joining("\n"));
    }

    private List<LabelReport.Finding> findings(
            TeamResult result, List<Audits.Finding> standing, Optional<Audits.Summary> audited) {
        LocalDate replied =
                audited.map(Audits.Summary::repliedAt).map(PublicTime::dayOf).orElse(null);
        List<Audits.Finding> withdrawn = result.audit() == null ? List.of() : audits.withdrawnFindings(result.id());
        return Stream.concat(
                        standing.stream()
                                .map(one -> finding(
                                        one, FindingKind.valueOf(one.kind().name()), replied, result.standard())),
                        withdrawn.stream().map(one -> finding(one, FindingKind.WITHDRAWN, replied, result.standard())))
                .toList();
    }

    private static LabelReport.Finding finding(
            Audits.Finding finding, FindingKind kind, @Nullable LocalDate replied, Standard standard) {
        return new LabelReport.Finding(
                number(finding),
                kind,
                finding.criterion(),
                standard.criterion(finding.criterion()).map(Criterion::titleFr).orElse(""),
                finding.place(),
                finding.text(),
                finding.basis(),
                finding.reply(),
                finding.reply() == null ? null : replied,
                finding.treatment());
    }

    private static String number(Audits.Finding finding) {
        return "n° " + finding.number();
    }

    private static Plan plan(
            TeamResult result,
            List<Audits.Finding> findings,
            List<Trail.Line> planLines,
            Map<PersonId, PersonView> people) {
        Map<UUID, String> numbers =
                findings.stream().collect(Collectors.toMap(Audits.Finding::id, LabelReportAssembly::number));
        ActionPlans.Signature signed =
                result.plan() == null ? null : result.plan().signature();
        return new Plan(
                signed == null
                        ? null
                        : new Signature(
                                new Person(signed.name(), signed.capacity()),
                                signed.at(),
                                signed.edition(),
                                signed.sha256()),
                result.actions().stream()
                        .map(action -> new LabelReport.Action(
                                action.number(),
                                action.title(),
                                action.finding() == null ? "–" : numbers.getOrDefault(action.finding(), "–"),
                                action.criterion(),
                                person(action.owner(), people).name(),
                                action.due(),
                                action.expectedEffect(),
                                status(action),
                                action.endedAt() == null ? null : PublicTime.dayOf(action.endedAt()),
                                action.effectivenessNote()))
                        .toList(),
                planLines.stream()
                        .map(line -> new TrailEntry(
                                line.at(), line.actor(), capacity(line, people), line.action(), line.reason(), null))
                        .toList());
    }

    private static String capacity(Trail.Line line, Map<PersonId, PersonView> people) {
        PersonView known = line.actorId() == null ? null : people.get(new PersonId(line.actorId()));
        return known == null ? "" : known.capacity();
    }

    private static ActionStatus status(ActionPlans.Action action) {
        return switch (action.status()) {
            case PROPOSED -> ActionStatus.TO_DO;
            case IN_PROGRESS -> action.reopened() > 0 ? ActionStatus.REOPENED : ActionStatus.IN_PROGRESS;
            case DONE -> ActionStatus.DONE;
            case EFFECTIVE -> ActionStatus.EFFECTIVE;
            case ABANDONED -> ActionStatus.ABANDONED;
        };
    }

    private static LabelTest labelTest(TeamResult result) {
        LabelVerdict verdict = result.verdict();
        return verdict == null
                ? new LabelTest(null, List.of(), null, null)
                : labelTest(verdict, result.enough().map(LabelReportAssembly::enough), result.notChecked());
    }

    static LabelTest labelTest(LabelVerdict verdict, Optional<EnoughForLevel> enough, Optional<String> notChecked) {
        return new LabelTest(
                verdict.level() == null ? null : verdict.level().title(),
                verdict.rules().stream()
                        .map(rule -> new Rule(
                                rule.levelTitle(),
                                rule.title(),
                                rule.required(),
                                rule.found(),
                                rule.passed(),
                                rule.reasons()))
                        .toList(),
                enough.orElse(null),
                notChecked.orElse(null));
    }

    private static EnoughForLevel enough(Enough enough) {
        return new EnoughForLevel(
                enough.level().title(),
                enough.reachable(),
                enough.changes().stream()
                        .map(change -> new EnoughForLevel.Raise(
                                change.question().criterion().code() + " "
                                        + change.question().criterion().titleFr(),
                                change.where(),
                                change.fromText(),
                                change.toText()))
                        .toList(),
                enough.besides().size(),
                enough.assumesGaps());
    }

    private static @Nullable BigDecimal shown(@Nullable Score score) {
        return score == null ? null : score.shown();
    }

    /** The words that were signed, by whom, and what became of a link that was declared with them. */
    private String independence(EvaluationId id, Optional<Audits.Summary> audited) {
        PersonId auditor = audited.filter(audit -> audit.independenceDeclaredAt() != null)
                .map(Audits.Summary::auditor)
                .orElse(null);
        return audits.declarations(id).stream()
                .filter(declaration -> declaration.auditor().equals(auditor))
                .reduce((first, last) -> last)
                .map(LabelReportAssembly::inWords)
                .orElse("Pas encore déclarée.");
    }

    private static String inWords(Audits.Declaration declaration) {
        String signed = "« " + declaration.text() + " »\nSigné : " + declaration.name() + ", " + declaration.capacity()
                + " (texte n° " + declaration.textVersion() + ").";
        Audits.Judgement judgement = declaration.judgement();
        return declaration.link() == null || judgement == null
                ? signed
                : signed + "\nLien déclaré : « " + declaration.link() + " » Examiné le "
                        + PublicTime.inWords(PublicTime.dayOf(judgement.at())) + " par " + judgement.name() + ", "
                        + judgement.capacity() + " : auditeur maintenu. Motif : " + judgement.reason();
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
