package org.capaccueil.audit.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.Audits.Summary;
import org.capaccueil.audit.domain.AuditPage.CriterionCard;
import org.capaccueil.audit.domain.AuditPage.FindingRow;
import org.capaccueil.audit.domain.AuditPage.RatingRow;
import org.capaccueil.audit.domain.AuditPage.ThemeSection;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an audit together for the person who looks at it. */
@Service
@Transactional(readOnly = true)
public class AuditDesk {

    private final AuditGate gate;
    private final AuditFiles audits;
    private final AuditRatings ratings;
    private final AuditFindings findings;
    private final Evaluations evaluations;
    private final Organisation organisation;

    AuditDesk(
            AuditGate gate,
            AuditFiles audits,
            AuditRatings ratings,
            AuditFindings findings,
            Evaluations evaluations,
            Organisation organisation) {
        this.gate = gate;
        this.audits = audits;
        this.ratings = ratings;
        this.findings = findings;
        this.evaluations = evaluations;
        this.organisation = organisation;
    }

    /** The audit; to those who may not see the evaluation, and before the phase begins, it does not exist. */
    public AuditPage page(Actor actor, EvaluationId id) {
        return page(actor, id, row -> true);
    }

    /** The same with only the ratings asked for. */
    public AuditPage page(Actor actor, EvaluationId id, Predicate<RatingRow> shown) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        Audit audit = audits.findById(id.value()).orElseThrow(NotFound::new);
        Summary summary = audit.summary();
        boolean mine = audit.isAuditedBy(actor.id());
        boolean lead = actor.leads(evaluation.team());
        boolean results = mine && summary.status() != Status.LINK_DECLARED
                || summary.status().compareTo(Status.RIGHT_OF_REPLY) >= 0;
        boolean repliesOut = summary.status().compareTo(Status.RIGHT_OF_REPLY) > 0;
        Standard standard = gate.standard(evaluation);
        DraftCheck check = gate.check(evaluation);
        List<FindingRow> found = results
                ? findings.findByEvaluationIdOrderByNumber(id.value()).stream()
                        .map(finding -> row(finding, standard, repliesOut || lead))
                        .toList()
                : List.of();
        List<ThemeSection> themes = results ? themes(evaluation, check, found, shown) : List.of();
        List<Missing> missing = !mine
                ? List.of()
                : summary.status() == Status.FINALISING
                        ? check.untreated(summary.conclusion())
                        : check.missing(summary.visitedOn(), summary.conclusion());
        return new AuditPage(
                evaluation,
                results ? summary : withoutDraft(summary),
                audit.version(),
                Optional.ofNullable(summary.auditor())
                        .map(organisation::person)
                        .map(person -> person.name() + " (" + person.communeName() + ")")
                        .orElse(null),
                mine,
                lead,
                results,
                audit.isReportOut(),
                audit.replyEndsAt().orElse(null),
                audit.repliedAt().orElse(null),
                audit.repliedBy()
                        .map(person -> actor.belongsTo(evaluation.team())
                                ? organisation.person(person).name()
                                : "l'équipe")
                        .orElse(null),
                themes,
                found,
                missing);
    }

    /** One rating, for the answer to a saved one. */
    public RatingRow rating(Actor actor, EvaluationId id, String criterion, Place place) {
        return page(actor, id).themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(card -> card.rows().stream())
                .filter(row -> row.criterion().equals(criterion) && row.place() == place)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public FindingRow finding(Actor actor, EvaluationId id, UUID finding) {
        return page(actor, id).findings().stream()
                .filter(row -> row.id().equals(finding))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** A conclusion still being written is the auditor's own. */
    private static Summary withoutDraft(Summary summary) {
        return new Summary(
                summary.status(),
                summary.auditor(),
                summary.visitedOn(),
                summary.independenceDeclaredAt(),
                summary.draftAt(),
                summary.repliedAt(),
                summary.closedAt(),
                null);
    }

    private List<ThemeSection> themes(
            EvaluationView evaluation, DraftCheck check, List<FindingRow> found, Predicate<RatingRow> shown) {
        List<SelfAssessments.Rating> team = gate.teamRatings(evaluation.id());
        List<SelfAssessments.Evidence> evidence = gate.evidence(evaluation.id());
        List<AuditRating> own = ratings.findByEvaluationId(evaluation.id().value());
        List<MeasurementView> figures = gate.figures(evaluation.id());
        Standard standard = gate.standard(evaluation);
        List<Question> questions = gate.questions(evaluation);
        return questions.stream()
                .map(Question::theme)
                .distinct()
                .map(theme -> new ThemeSection(
                        theme,
                        questions.stream()
                                .filter(question -> question.theme().equals(theme))
                                .map(question ->
                                        card(question, standard, figures, team, own, evidence, found, check, shown))
                                .filter(card -> !card.rows().isEmpty())
                                .toList()))
                .filter(section -> !section.criteria().isEmpty())
                .toList();
    }

    private static CriterionCard card(
            Question question,
            Standard standard,
            List<MeasurementView> figures,
            List<SelfAssessments.Rating> team,
            List<AuditRating> own,
            List<SelfAssessments.Evidence> evidence,
            List<FindingRow> found,
            DraftCheck check,
            Predicate<RatingRow> shown) {
        String code = question.criterion().code();
        return new CriterionCard(
                question.criterion(),
                question.places().stream()
                        .map(place -> row(
                                question,
                                place,
                                FiguresBeside.of(standard, question, place, figures),
                                team.stream()
                                        .filter(rating -> rating.criterion().equals(code) && rating.place() == place)
                                        .findFirst(),
                                own.stream()
                                        .filter(rating -> rating.criterion().equals(code) && rating.place() == place)
                                        .findFirst(),
                                check.callsForFinding(question, place)))
                        .filter(shown)
                        .toList(),
                evidence.stream()
                        .filter(piece -> piece.criterion().equals(code))
                        .toList(),
                found.stream()
                        .filter(finding -> finding.criterion().equals(code))
                        .toList());
    }

    private static RatingRow row(
            Question question,
            Place place,
            FiguresBeside beside,
            Optional<SelfAssessments.Rating> team,
            Optional<AuditRating> own,
            boolean callsForFinding) {
        boolean takeable = own.isEmpty()
                && team.filter(rating -> RatingRule.allows(rating.grade(), question))
                        .isPresent();
        return new RatingRow(
                DraftCheck.anchor(question.criterion().code(), place),
                question.criterion().code(),
                question.criterion().titleFr(),
                place,
                beside,
                question.criterion().mandatory(),
                question.offersNotApplicable(),
                question.scale(),
                team.map(rating -> key(rating.grade())).orElse(null),
                team.map(rating -> rating.grade().reason()).orElse(null),
                team.map(SelfAssessments.Rating::comment).orElse(null),
                own.map(rating -> key(rating.grade())).orElse(null),
                own.map(rating -> rating.grade().reason()).orElse(null),
                own.map(AuditRating::comment).orElse(null),
                own.map(AuditRating::version).orElse(null),
                own.map(AuditRating::isTakenFromTeam).orElse(false),
                own.map(AuditRating::ratedAt).orElse(null),
                takeable,
                callsForFinding);
    }

    private static String key(Grade grade) {
        Integer value = grade.value();
        return value == null ? "N" : value.toString();
    }

    private static FindingRow row(AuditFinding finding, Standard standard, boolean replyShown) {
        return new FindingRow(
                finding.id(),
                finding.version(),
                finding.number(),
                finding.kind(),
                finding.criterion(),
                standard.criterion(finding.criterion()).orElseThrow().titleFr(),
                finding.place(),
                finding.text(),
                finding.basis(),
                replyShown ? finding.reply() : null,
                finding.decision(),
                finding.treatment());
    }
}
