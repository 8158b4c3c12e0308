package org.capaccueil.improvement.domain;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one action for its pages. */
@Service
@Transactional(readOnly = true)
public class ActionReading {

    private final PlanAccess access;
    private final ImprovementActions actions;
    private final ProgressReports reports;
    private final ActionProcess process;
    private final Audits audits;
    private final Organisation organisation;
    private final Standards standards;

    ActionReading(
            PlanAccess access,
            ImprovementActions actions,
            ProgressReports reports,
            ActionProcess process,
            Audits audits,
            Organisation organisation,
            Standards standards) {
        this.access = access;
        this.actions = actions;
        this.reports = reports;
        this.process = process;
        this.audits = audits;
        this.organisation = organisation;
        this.standards = standards;
    }

    public ActionPage read(Actor actor, UUID id) {
        ImprovementAction found = actions.findById(id).orElseThrow(NotFound::new);
        EvaluationView evaluation = access.read(actor, found);
        ActionView view = found.view();
        ActionPlans.Action action = view.action();
        boolean underWay = evaluation.isOpen() && action.status() == ActionStatus.IN_PROGRESS;
        boolean atHome = evaluation.commune().equals(actor.commune());
        return new ActionPage(
                evaluation,
                view,
                audits.findings(evaluation.id()).stream()
                        .filter(finding -> finding.id().equals(action.finding()))
                        .findFirst()
                        .orElse(null),
                standards
                        .content(evaluation.standard())
                        .criterion(action.criterion())
                        .map(Criterion::titleFr)
                        .orElse(action.criterion()),
                reports.findByActionIdOrderByAt(id).stream()
                        .map(ActionProgress::view)
                        .toList(),
                organisation.people(Stream.of(action.owner(), view.doneBy(), view.verifiedBy())
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet())),
                underWay && (PlanAccess.carries(actor, found) || actor.leads(evaluation.team())),
                underWay && atHome && actor.is(Role.QUALITY_MANAGER),
                action.status() == ActionStatus.DONE && process.isVerificationOpenFor(id, actor),
                PlanAccess.sees(actor, evaluation));
    }

    /** For the verification: refuses when it is not open, or not for this person. */
    public ActionPage readToVerify(Actor actor, UUID id) {
        ActionPage page = read(actor, id);
        process.requireVerification(id, actor);
        access.verifying(actor, actions.findById(id).orElseThrow(NotFound::new));
        return page;
    }
}
