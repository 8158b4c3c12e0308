package org.capaccueil.audit;

import java.time.LocalDate;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The auditors of all communes that lend theirs. A commune's own auditors it can choose without lending them. */
public interface AuditorPool {

    /**
     * What a commune says of one of its auditors.
     *
     * @param lent whether other communes may choose them
     * @param qualifications training and experience, in free words; may be empty
     * @param awayUntil the last day they are not available, null when they are
     */
    record Terms(boolean lent, String qualifications, @Nullable LocalDate awayUntil) {}

    /**
     * A quality manager lends an auditor of the own commune, takes them back, or says when they are there.
     *
     * @param version the version of the terms the manager saw; 0 when nothing had been said yet
     */
    void agree(Actor actor, PersonId auditor, long version, Terms terms);
}
