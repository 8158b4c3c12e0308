package org.capaccueil.organisation.domain;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TeamLifeKeeping implements TeamLife {

    private final ReceptionTeams teams;
    private final Trail trail;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    TeamLifeKeeping(ReceptionTeams teams, Trail trail, EntityManager entities, JdbcClient jdbc) {
        this.teams = teams;
        this.trail = trail;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public void close(Actor actor, TeamId id, LocalDate on, String reason) {
        ReceptionTeam team = own(actor, id);
        team.close(on, reason);
        trail.record(
                actor,
                Event.general(team.view().name(), "Équipe fermée")
                        .change(null, "le " + PublicTime.inWords(on))
                        .because(reason));
    }

    @Override
    public void reopen(Actor actor, TeamId id) {
        ReceptionTeam team = own(actor, id);
        team.reopen();
        trail.record(actor, Event.general(team.view().name(), "Équipe rouverte"));
    }

    @Override
    public void merge(Actor actor, TeamId absorbedId, TeamId survivorId, LocalDate on, String reason, boolean leads) {
        ReceptionTeam absorbed = own(actor, absorbedId);
        ReceptionTeam survivor = own(actor, survivorId);
        absorbed.mergeInto(survivor, on, reason, leads);
        handOverPoints(absorbed, survivor, on);
        trail.record(
                actor,
                Event.general(absorbed.view().name(), "Équipe fusionnée")
                        .change(null, "dans « " + survivor.view().name() + " », le " + PublicTime.inWords(on))
                        .because(reason));
    }

    /**
     * A point keeps its id: the engine of the mapping would delete it here and make another there. Its channels become no
     * older than the survivor's own: what went by before they were its is not the survivor's to tell.
     */
    private void handOverPoints(ReceptionTeam absorbed, ReceptionTeam survivor, LocalDate on) {
        int after = survivor.view().points().size();
        entities.flush();
        jdbc.sql(
                        """
                update reception_point_channel moved
                set since = greatest(since, coalesce(
                    (select min(own.since) from reception_point_channel own join reception_point p on p.id = own.point_id
                     where p.team_id = :to and own.channel = moved.channel), :on))
                where point_id in (select id from reception_point where team_id = :from)""")
                .param("to", survivor.view().id().value())
                .param("on", on)
                .param("from", absorbed.view().id().value())
                .update();
        jdbc.sql("update reception_point set team_id = :to, position = position + :after where team_id = :from")
                .param("to", survivor.view().id().value())
                .param("after", after)
                .param("from", absorbed.view().id().value())
                .update();
        entities.refresh(absorbed);
        entities.refresh(survivor);
    }

    @Override
    public void nameMainPoint(Actor actor, TeamId id, UUID point) {
        ReceptionTeam team = own(actor, id);
        TeamView.PointView named = team.pointView(point);
        if (named.main()) {
            return;
        }
        jdbc.sql("update reception_point set main_of = null where main_of = ?")
                .param(actor.commune().value())
                .update();
        entities.refresh(team);
        team.becomeMain(point);
        entities.flush();
        trail.record(
                actor, Event.general(team.view().name() + " · " + named.name(), "Point d'accueil principal désigné"));
    }

    private ReceptionTeam own(Actor actor, TeamId id) {
        actor.require(Role.QUALITY_MANAGER);
        return teams.findById(id.value())
                .filter(team -> team.view().commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
