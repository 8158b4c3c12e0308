package org.capaccueil.improvement.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's leads word the actions, one saved at a time, and submit the plan when nothing is missing. */
@Service
@Transactional
public class PlanProposing {

    private final PlanAccess access;
    private final ActionPlanFiles plans;
    private final ImprovementActions actions;
    private final PlanAuthors authors;
    private final PlanReading reading;
    private final PlanOwners owners;
    private final Audits audits;
    private final Standards standards;
    private final Organisation organisation;
    private final ActionPlanProcess process;
    private final Trail trail;
    private final Clock clock;

    PlanProposing(
            PlanAccess access,
            ActionPlanFiles plans,
            ImprovementActions actions,
            PlanAuthors authors,
            PlanReading reading,
            PlanOwners owners,
            Audits audits,
            Standards standards,
            Organisation organisation,
            ActionPlanProcess process,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.actions = actions;
        this.authors = authors;
        this.reading = reading;
        this.owners = owners;
        this.audits = audits;
        this.standards = standards;
        this.organisation = organisation;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** Saves one action as far as it has come. */
    public ActionView save(Actor actor, EvaluationId id, UUID actionId, long version, PlanProposal proposal) {
        EvaluationView evaluation = access.propose(actor, id);
        plans.share(id.value()).orElseThrow(NotFound::new).requireProposing();
        ImprovementAction action = own(id, actionId);
        if (action.version() != version) {
            List<Difference> differences = differences(action.view(), proposal);
            if (!differences.isEmpty()) {
                throw new ChangedMeanwhile(
                        "Une autre personne a enregistré cette action pendant que vous l'aviez ouverte. Rien n'est perdu : "
                                + "voici les deux textes.",
                        differences);
            }
        }
        requirePossible(proposal.owner(), evaluation);
        action.propose(proposal, clock.instant());
        authors.note(id, actor.id());
        return actions.saveAndFlush(action).view();
    }

    /** Adds an action of the team's own, on a criterion of the standard. */
    public UUID add(Actor actor, EvaluationId id, String criterion) {
        EvaluationView evaluation = access.propose(actor, id);
        if (!reading.criteriaOf(evaluation).containsKey(criterion)) {
            throw new BusinessRefusal("criterion", "Choisissez le critère que l'action doit améliorer.");
        }
        return add(actor, evaluation, null, criterion, "");
    }

    /** Adds one more action that answers a finding: opportunities start with none, a nonconformity may need several. */
    public UUID addFor(Actor actor, EvaluationId id, UUID findingId) {
        EvaluationView evaluation = access.propose(actor, id);
        Finding finding = audits.findings(id).stream()
                .filter(found -> found.id().equals(findingId) && found.kind() != FindingKind.STRENGTH)
                .findFirst()
                .orElseThrow(NotFound::new);
        String title = ActionTitle.from(standards.content(evaluation.standard()), finding.criterion());
        return add(actor, evaluation, findingId, finding.criterion(), title);
    }

    private UUID add(Actor actor, EvaluationView evaluation, @Nullable UUID finding, String criterion, String title) {
        ActionPlan plan = plans.lock(evaluation.id().value()).orElseThrow(NotFound::new);
        ImprovementAction action = actions.save(new ImprovementAction(
                UUID.randomUUID(), evaluation.id(), plan.nextNumber(), finding, criterion, title, clock.instant()));
        ActionView view = action.view();
        authors.note(evaluation.id(), actor.id());
        trail.record(
                actor.asLeadOf(evaluation.team()),
                Event.on(evaluation.id(), "Action n° " + view.action().number(), "Action ajoutée")
                        .change(null, criterion));
        return view.action().id();
    }

    public void remove(Actor actor, EvaluationId id, UUID actionId) {
        EvaluationView evaluation = access.propose(actor, id);
        plans.lock(id.value()).orElseThrow(NotFound::new).requireProposing();
        ImprovementAction action = own(id, actionId);
        ActionView view = action.view();
        actions.delete(action);
        trail.record(
                actor.asLeadOf(evaluation.team()),
                Event.on(id, view.subject(), "Action retirée de la proposition").change(words(view), null));
    }

    /** Hands the plan over to the quality manager; refused as long as something is missing. */
    public void submit(Actor actor, EvaluationId id, long version) {
        EvaluationView evaluation = access.propose(actor, id);
        ActionPlan plan = plans.lock(id.value()).orElseThrow(NotFound::new);
        plan.requireProposing();
        plan.requireVersion(version);
        List<ActionView> views = reading.actionsOf(id);
        PlanCheck check = reading.check(evaluation, plan.state(), views);
        if (!check.isComplete()) {
            int count = check.gaps().size();
            throw new BusinessRefusal(
                    count == 1
                            ? "Le plan n'est pas complet : un point reste à traiter. Il est listé ci-dessous."
                            : "Le plan n'est pas complet : " + count + " points restent à traiter. Ils sont listés "
                                    + "ci-dessous.");
        }
        PlanStatus before = plan.status();
        plan.submit(actor.id(), clock.instant());
        authors.note(id, actor.id());
        trail.record(
                actor.asLeadOf(evaluation.team()),
                Event.on(id, PlanRun.SUBJECT, "Plan d'action soumis")
                        .change(
                                before.title(),
                                plan.status().title() + "\n"
                                        + views.stream().map(this::words).collect(Collectors.joining("\n"))));
        process.submitted(id, actor);
    }

    private ImprovementAction own(EvaluationId id, UUID actionId) {
        return actions.findById(actionId)
                .filter(found -> found.view().action().evaluation().equals(id))
                .orElseThrow(NotFound::new);
    }

    private void requirePossible(@Nullable PersonId owner, EvaluationView evaluation) {
        if (owner != null
                && owners.of(evaluation).stream()
                        .noneMatch(person -> person.id().equals(owner))) {
            throw new BusinessRefusal(
                    "owner",
                    "Choisissez une personne de l'équipe ou de la commune qui a un compte : elle rendra compte.");
        }
    }

    private List<Difference> differences(ActionView saved, PlanProposal yours) {
        List<Difference> all = List.of(
                new Difference("Intitulé", saved.action().title(), yours.title()),
                new Difference("Cause", saved.action().cause(), yours.cause()),
                new Difference(
                        "Les pourquoi",
                        String.join("\n", saved.whys()).strip(),
                        String.join("\n", yours.whys()).strip()),
                new Difference("Effet attendu", saved.action().expectedEffect(), yours.expectedEffect()),
                new Difference("Responsable", name(saved.action().owner()), name(yours.owner())),
                new Difference("Échéance", PlanWords.day(saved.action().due()), PlanWords.day(yours.due())),
                new Difference(
                        "Date de revue",
                        PlanWords.day(saved.action().reviewDate()),
                        PlanWords.day(yours.reviewDate())));
        return new ArrayList<>(all.stream()
                .filter(difference -> !difference.saved().equals(difference.yours()))
                .toList());
    }

    private String name(@Nullable PersonId person) {
        return person == null ? "" : organisation.person(person).name();
    }

    private String words(ActionView view) {
        return "n° " + view.action().number() + " · " + view.action().title() + " · "
                + name(view.action().owner()) + " · "
                + PlanWords.day(view.action().due());
    }
}
