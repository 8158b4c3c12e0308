package org.capaccueil.reorganisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a team, also in the middle of a campaign. Its members stay in it, so that what goes on can end. */
@Service
@Transactional
public class TeamClosings {

    private final Touching touching;
    private final TeamChanges changes;
    private final TeamLife life;
    private final Clock clock;

    TeamClosings(Touching touching, TeamChanges changes, TeamLife life, Clock clock) {
        this.touching = touching;
        this.changes = changes;
        this.life = life;
        this.clock = clock;
    }

    /**
     * What closing the team would touch.
     *
     * @param inPreparation campaigns it would be taken out of
     */
    public record Preview(TeamView team, List<Touched> touched, List<String> inPreparation, String seen) {}

    @Transactional(readOnly = true)
    public Preview preview(Actor actor, TeamId id) {
        TeamView team = touching.team(actor, id);
        return new Preview(team, touching.by(team), changes.inPreparation(id), touching.inWords(List.of(team)));
    }

    public void close(Actor actor, TeamId id, Fate fate) {
        TeamView team = touching.team(actor, id);
        LocalDate on = fate.occasion().day(PublicTime.today(clock));
        String reason = fate.occasion().why();
        touching.requireSeen(List.of(team), fate.occasion().seen());
        changes.requireNotOpening(id);
        String happened = "Équipe « " + team.name() + " » fermée le " + PublicTime.inWords(on);
        for (EvaluationView evaluation : touching.underWay(id)) {
            EvaluationId one = evaluation.id();
            boolean stops = fate.stopped().contains(one);
            if (stops) {
                changes.stop(
                        actor, one, happened + ". " + reason, fate.answersNext().get(one));
            }
            changes.note(
                    actor,
                    one,
                    on,
                    happened
                            + (stops
                                    ? " : l'évaluation est arrêtée, ce qui a été saisi reste lisible."
                                    : " : l'évaluation va à son terme avec ses membres."),
                    reason,
                    null);
        }
        changes.leavePreparation(actor, id, null, happened);
        life.close(actor, id, on, reason);
    }
}
