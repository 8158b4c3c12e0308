package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.shared.Actor;

/** What an action tells its process, in business words. */
public interface ActionProcess {

    /** How a verification ends. */
    enum Verdict {
        EFFECTIVE,
        NOT_EFFECTIVE,
        ABANDONED
    }

    /** Refuses when the verification is not open for this person; changes nothing. */
    void requireVerification(UUID action, Actor actor);

    boolean isVerificationOpenFor(UUID action, Actor actor);

    /** The owner, or the team's lead in their place, has done it. */
    void carriedOut(UUID action, Actor actor);

    void verified(UUID action, Actor actor, Verdict verdict);

    void abandoned(UUID action);

    void dueDateMoved(UUID action, LocalDate due);
}
