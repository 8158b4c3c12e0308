package org.capaccueil.improvement.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a plan for its pages and its guards. */
@Service
@Transactional(readOnly = true)
public class PlanReading {

    private final PlanAccess access;
    private final ActionPlanFiles plans;
    private final ImprovementActions actions;
    private final PlanPrints prints;
    private final PlanOwners owners;
    private final PlanPress press;
    private final Audits audits;
    private final Evaluations evaluations;
    private final Organisation organisation;
    private final Standards standards;
    private final Clock clock;

    PlanReading(
            PlanAccess access,
            ActionPlanFiles plans,
            ImprovementActions actions,
            PlanPrints prints,
            PlanOwners owners,
            PlanPress press,
            Audits audits,
            Evaluations evaluations,
            Organisation organisation,
            Standards standards,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.actions = actions;
        this.prints = prints;
        this.owners = owners;
        this.press = press;
        this.audits = audits;
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.standards = standards;
        this.clock = clock;
    }

    public PlanView read(Actor actor, EvaluationId id) {
        EvaluationView evaluation = access.read(actor, id);
        PlanState state = plans.findById(id.value()).orElseThrow(NotFound::new).state();
        List<ActionView> views = actionsOf(id);
        List<Finding> findings = audits.findings(id);
        List<PersonView> possible = owners.of(evaluation);
        return new PlanView(
                evaluation,
                evaluations.frame(evaluation.campaign()).closingDate(),
                state,
                views,
                findings,
                prints.findByEvaluationIdOrderByPrintedAt(id.value()).stream()
                        .map(PlanPrint::view)
                        .toList(),
                check(evaluation, state, views),
                possible,
                organisation.people(namedIn(state, views)),
                criteriaOf(evaluation));
    }

    /** The bytes of a plan's PDF, exactly as they were stored; without a file yet, there is nothing at this address. */
    public byte[] pdf(Actor actor, EvaluationId id, PrintView print) {
        access.read(actor, id);
        return press.read(print.report());
    }

    /**
     * What the auditor's ratings come to, for a reader in a hurry; the label's scores are another room's.
     *
     * @param conform ratings worth at least the standard's conform threshold
     */
    public record AuditScores(long rated, long conform) {}

    public AuditScores auditScores(EvaluationView evaluation) {
        Standard standard = standards.content(evaluation.standard());
        List<Audits.Rating> rated = audits.ratings(evaluation.id()).stream()
                .filter(rating -> !rating.grade().isNotApplicable())
                .toList();
        return new AuditScores(
                rated.size(),
                rated.stream()
                        .filter(rating -> standard.scaleOf(rating.criterion())
                                .isConform(java.util.Objects.requireNonNull(
                                        rating.grade().value())))
                        .count());
    }

    PlanCheck check(EvaluationView evaluation, PlanState state, List<ActionView> views) {
        return PlanCheck.of(
                views,
                audits.findings(evaluation.id()),
                new PlanCheck.Frame(
                        PublicTime.today(clock),
                        PublicTime.dayOf(state.openedAt()),
                        evaluations.frame(evaluation.campaign()).closingDate(),
                        standards.content(evaluation.standard()).labelRules().correction(),
                        owners.of(evaluation).stream().map(PersonView::id).collect(Collectors.toSet()),
                        owners.verifiersFor(evaluation)));
    }

    List<ActionView> actionsOf(EvaluationId id) {
        return actions.findByEvaluationIdOrderByNumber(id.value()).stream()
                .map(ImprovementAction::view)
                .toList();
    }

    Map<String, String> criteriaOf(EvaluationView evaluation) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .map(question -> question.criterion())
                .collect(Collectors.toMap(
                        Criterion::code, Criterion::titleFr, (one, same) -> one, java.util.LinkedHashMap::new));
    }

    private static Set<PersonId> namedIn(PlanState state, List<ActionView> views) {
        Stream<PersonId> deciders = Stream.of(state.proposed(), state.reviewed(), state.returned())
                .filter(java.util.Objects::nonNull)
                .map(PlanState.Decision::by);
        Stream<PersonId> workers = views.stream()
                .flatMap(view -> Stream.of(view.action().owner(), view.doneBy(), view.verifiedBy()))
                .filter(java.util.Objects::nonNull);
        return Stream.concat(deciders, workers).collect(Collectors.toSet());
    }
}
