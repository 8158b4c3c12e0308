package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/** A channel of a point in a wave. */
@Entity
@Table(name = "mystery_place")
class Place {

    @Id
    private UUID id;

    private UUID waveId;
    private UUID teamId;
    private UUID pointId;
    private String pointName;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    protected Place() {}

    Place(UUID wave, TeamView team, PointView point, Channel channel) {
        this.id = UUID.randomUUID();
        this.waveId = wave;
        this.teamId = team.id().value();
        this.pointId = point.id();
        this.pointName = point.name();
        this.channel = channel;
    }

    UUID id() {
        return id;
    }

    UUID wave() {
        return waveId;
    }

    TeamId team() {
        return new TeamId(teamId);
    }

    String pointName() {
        return pointName;
    }

    Channel channel() {
        return channel;
    }

    Planner.Spot spot() {
        return new Planner.Spot(id, team(), pointId, pointName, channel);
    }
}
