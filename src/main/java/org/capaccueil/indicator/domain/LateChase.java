package org.capaccueil.indicator.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/** A team asked for the values it owes: one at a time, from the first reminder until nothing is late. */
@Entity
class LateChase {

    /** After so many the quality managers are told as well. */
    private static final int TO_THE_TEAM_ALONE = 2;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID teamId;
    private Instant openedAt;
    private int reminders;
    private @Nullable Instant endedAt;

    protected LateChase() {}

    LateChase(TeamId team, Instant now) {
        this.id = UUID.randomUUID();
        this.teamId = team.value();
        this.openedAt = now;
    }

    void reminded() {
        reminders++;
    }

    boolean isRemindedOften() {
        return reminders >= TO_THE_TEAM_ALONE;
    }

    void end(Instant now) {
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    TeamId team() {
        return new TeamId(teamId);
    }
}
