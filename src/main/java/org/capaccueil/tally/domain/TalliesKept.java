package org.capaccueil.tally.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.tally.Tallies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TalliesKept implements Tallies {

    private final Contacts contacts;
    private final Clock clock;

    TalliesKept(Contacts contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forgetNotesBefore(LocalDate day) {
        // no browser can send again what is older than that
        contacts.dropUndoneBefore(PublicTime.dayOf(clock.instant().minus(TapTime.OLDEST)));
        return contacts.forgetNotesBefore(day);
    }
}
