package org.capaccueil.network.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.improvement.OpenPlans;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A team takes over a good practice. Where its lead does so while the team's action plan is being proposed, it becomes an
 * action of that plan; else it stands in the list of what the commune adopted.
 */
@Service
@Transactional
public class PracticeAdopting {

    private final GoodPractices practices;
    private final PracticeAdoptions adoptions;
    private final OpenPlans plans;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    PracticeAdopting(
            GoodPractices practices,
            PracticeAdoptions adoptions,
            OpenPlans plans,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.practices = practices;
        this.adoptions = adoptions;
        this.plans = plans;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A team somebody may adopt for.
     *
     * @param criteria what an action of its plan may improve, by code; empty where no plan is open to this person
     */
    public record Choice(TeamView team, Map<String, String> criteria) {}

    /** A quality manager adopts for every team of the commune, a lead for the teams led. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Actor actor) {
        return organisation.teamsOf(actor.commune()).stream()
                .filter(team -> team.active() && mayAdoptFor(actor, team.id()))
                .map(team -> new Choice(
                        team,
                        plans.proposedBy(actor, team.id())
                                .map(plan -> plans.criteria(actor, plan))
                                .orElse(Map.of())))
                .toList();
    }

    private static boolean mayAdoptFor(Actor actor, TeamId team) {
        return actor.is(Role.QUALITY_MANAGER) || actor.leads(team);
    }

    /**
     * Takes it over.
     *
     * @param criterion the criterion of the plan the action shall improve; empty to open no action
     * @return the evaluation in whose plan an action was opened
     */
    public Optional<EvaluationId> adopt(Actor actor, UUID id, TeamId team, String criterion) {
        GoodPractice practice = practices
                .findById(id)
                .filter(found -> !found.view().isDraft()
                        || found.view().commune().equals(actor.commune()) && PracticeDesk.mayWrite(actor))
                .orElseThrow(NotFound::new);
        TeamView adopting = organisation.teamsOf(actor.commune()).stream()
                .filter(one -> one.id().equals(team))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!mayAdoptFor(actor, team)) {
            throw new NotAllowed(
                    "Une équipe adopte une bonne pratique par son responsable ou par le référent qualité.");
        }
        practice.requireAdoptable();
        PracticeText text = practice.text();
        Optional<EvaluationId> plan = criterion.isBlank() ? Optional.empty() : plans.proposedBy(actor, team);
        UUID action = plan.map(open -> plans.propose(actor, open, criterion, text.title(), text.result()))
                .orElse(null);
        if (!adoptions.add(actor, practice.view(), team, action, clock.instant())) {
            throw new BusinessRefusal(
                    "team", "L'équipe « " + adopting.name() + " » l'a déjà adoptée. Choisissez-en une autre.");
        }
        trail.record(
                actor,
                Event.general(text.title(), "Bonne pratique adoptée")
                        .change(null, adopting.name() + (action == null ? "" : ", avec une action dans son plan")));
        return plan;
    }
}
