package org.capaccueil.improvement.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.Acting;

/** One report of progress. Each is kept: the story of an action is more than its last line. */
@Entity
class ActionProgress {

    @Id
    private UUID id;

    private UUID actionId;
    private Instant at;
    private UUID personId;
    private String personName;
    private int progress;
    private String note;

    protected ActionProgress() {}

    ActionProgress(UUID action, Acting by, int progress, String note, Instant now) {
        this.id = UUID.randomUUID();
        this.actionId = action;
        this.at = now;
        this.personId = by.person().value();
        this.personName = by.inWords();
        this.progress = progress;
        this.note = note.strip();
    }

    ProgressView view() {
        return new ProgressView(at, personName, progress, note);
    }
}
