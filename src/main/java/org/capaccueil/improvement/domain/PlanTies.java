package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.stream.Stream;
import org.capaccueil.audit.TeamTies;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.springframework.stereotype.Component;

/** Whoever proposed the team's plan, now or in the cycle before, is tied to what an audit of the team judges. */
@Component
class PlanTies implements TeamTies {

    private final PlanAuthors authors;
    private final Evaluations evaluations;

    PlanTies(PlanAuthors authors, Evaluations evaluations) {
        this.authors = authors;
        this.evaluations = evaluations;
    }

    @Override
    public List<Tie> to(EvaluationView evaluation) {
        Stream<EvaluationView> before = evaluations.ofTeam(evaluation.team()).stream()
                .filter(other -> other.openedAt().isBefore(evaluation.openedAt()))
                .limit(1);
        return Stream.concat(Stream.of(evaluation), before)
                .flatMap(one -> authors.of(one.id()).stream()
                        .map(person ->
                                new Tie(person, "a proposé un plan d'action de l'équipe (" + one.campaignName() + ")")))
                .toList();
    }
}
