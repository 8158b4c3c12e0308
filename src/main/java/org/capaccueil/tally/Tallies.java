package org.capaccueil.tally;

import java.time.LocalDate;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of the tally. It knows counts, never people: neither who asked nor who answered. */
public interface Tallies {

    /**
     * Contacts of a team over some days.
     *
     * @param first everything but those that came back again for the same request
     * @param answered answered at once
     * @param oriented led to somebody else
     * @param cameBack came back again for the same request
     * @param total all of them
     */
    record Counts(long first, long answered, long oriented, long cameBack, long total) {}

    /**
     * What a team tapped, both days included.
     *
     * @param channel null for all channels
     */
    Counts figures(TeamId team, @Nullable Channel channel, LocalDate from, LocalDate to);

    /**
     * Deletes the notes of contacts of before this day, in every commune, and the marks of undone ones that cannot come
     * again; the contacts stay counted.
     *
     * @return how many notes
     */
    int forgetNotesBefore(LocalDate day);
}
