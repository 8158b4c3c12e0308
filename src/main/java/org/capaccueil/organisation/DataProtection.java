package org.capaccueil.organisation;

import java.time.Instant;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;

/** Whom a commune's people ask about their data, and what is forgotten of what they asked. */
public interface DataProtection {

    /**
     * The commune's data protection officer.
     *
     * @param reach how to reach them: an address, a telephone number
     */
    record Contact(String name, String reach, long version) {}

    Optional<Contact> contact(CommuneId commune);

    /** Names the officer of the actor's commune. */
    void name(Actor actor, long version, String name, String reach);

    /**
     * Deletes requests for correction that were answered before.
     *
     * @return how many
     */
    int forgetRequestsAnsweredBefore(Instant instant);
}
