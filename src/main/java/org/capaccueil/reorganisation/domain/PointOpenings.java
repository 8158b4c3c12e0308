package org.capaccueil.reorganisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A point opens in the middle of a campaign: each evaluation takes it in now, or leaves it to the next cycle. */
@Service
@Transactional
public class PointOpenings {

    private final Touching touching;
    private final Evaluations evaluations;
    private final TeamChanges changes;
    private final Clock clock;

    PointOpenings(Touching touching, Evaluations evaluations, TeamChanges changes, Clock clock) {
        this.touching = touching;
        this.evaluations = evaluations;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * An evaluation that does not know the point.
     *
     * @param added the channels the point would bring it
     */
    public record Asked(EvaluationView evaluation, Set<Channel> added) {

        /** Once the team has rated, its scope stands. */
        public boolean mayTakeIn() {
            return evaluation.phase().compareTo(Phase.SELF_ASSESSMENT) <= 0;
        }

        String inWords() {
            return added.isEmpty()
                    ? "sans nouveau canal"
                    : "avec de nouveaux canaux : "
                            + added.stream().map(Channel::title).collect(Collectors.joining(", "));
        }
    }

    /** What the opening of the point asks; nothing where no evaluation is under way without it. */
    public record Preview(TeamView team, PointView point, List<Asked> asked, String seen) {}

    @Transactional(readOnly = true)
    public Preview preview(Actor actor, TeamId id, UUID pointId) {
        TeamView team = touching.team(actor, id);
        PointView point = team.points().stream()
                .filter(one -> one.id().equals(pointId))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<EvaluationView> open = touching.underWay(id);
        var known = evaluations.points(open.stream().map(EvaluationView::id).toList());
        List<Asked> asked = open.stream()
                .filter(evaluation -> known.getOrDefault(evaluation.id(), List.of()).stream()
                        .noneMatch(one -> one.id().equals(pointId)))
                .map(evaluation -> new Asked(evaluation, added(evaluation, point)))
                .toList();
        return new Preview(team, point, asked, touching.inWords(List.of(team)));
    }

    private static Set<Channel> added(EvaluationView evaluation, PointView point) {
        Set<Channel> added = EnumSet.noneOf(Channel.class);
        added.addAll(point.channels());
        added.removeAll(evaluation.channels());
        return added;
    }

    /** @param now the evaluations that take the point in at once */
    public void decide(Actor actor, TeamId id, UUID pointId, Set<EvaluationId> now, Occasion occasion) {
        Preview preview = preview(actor, id, pointId);
        LocalDate on = occasion.day(PublicTime.today(clock));
        String reason = occasion.why();
        touching.requireSeen(List.of(preview.team()), occasion.seen());
        String opened = "Point d'accueil « " + preview.point().name() + " » ouvert le " + PublicTime.inWords(on);
        for (Asked asked : preview.asked()) {
            EvaluationId evaluation = asked.evaluation().id();
            boolean takenIn = now.contains(evaluation);
            if (takenIn) {
                changes.takeIn(actor, evaluation, preview.point(), opened);
            }
            changes.note(
                    actor,
                    evaluation,
                    on,
                    opened
                            + (takenIn
                                    ? " : pris en compte dès maintenant, " + asked.inWords() + "."
                                    : " : l'évaluation garde ses canaux, il comptera au prochain cycle."),
                    reason,
                    null);
        }
    }
}
