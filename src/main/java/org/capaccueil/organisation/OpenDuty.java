package org.capaccueil.organisation;

import java.util.List;
import org.capaccueil.shared.PersonId;

/** What a person still has in hand in a room, so that nobody leaves with work that would wait for ever. */
public interface OpenDuty {

    /** One sentence for each thing, saying what it is and to whom to hand it over; empty when there is none. */
    List<String> of(PersonId person);
}
