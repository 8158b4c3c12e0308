package org.capaccueil.tally.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.tally.Tallies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TalliesKept implements Tallies {

    private final TallyReading reading;
    private final Contacts contacts;
    private final Clock clock;

    TalliesKept(TallyReading reading, Contacts contacts, Clock clock) {
        this.reading = reading;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Counts figures(TeamId team, @Nullable Channel channel, LocalDate from, LocalDate to) {
        return reading.counts(team, channel, from, to);
    }

    @Override
    @Transactional
    public int forgetNotesBefore(LocalDate day) {
        // no browser can send again what is older than that
        contacts.dropUndoneBefore(PublicTime.dayOf(clock.instant().minus(TapTime.OLDEST)));
        return contacts.forgetNotesBefore(day);
    }
}
