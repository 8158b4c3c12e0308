package org.capaccueil.mystery.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.mystery.ObserverNews;
import org.capaccueil.mystery.ObserverNews.Occasion;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/**
 * A wave as its pages show it.
 *
 * @param planned whether visits are proposed
 * @param version what a form that changes it has to give back
 */
public record WaveView(
        UUID id,
        CommuneId commune,
        String title,
        LocalDate firstDay,
        LocalDate lastDay,
        int perPlace,
        String peaks,
        boolean planned,
        WaveStatus status,
        @Nullable Instant openedAt,
        long version) {

    public boolean isPrepared() {
        return status == WaveStatus.PREPARED;
    }

    public boolean isUnderway() {
        return status == WaveStatus.UNDERWAY;
    }

    public boolean isOpened() {
        return status == WaveStatus.OPENED;
    }

    ObserverNews news(Occasion occasion, Set<PersonId> observers) {
        return new ObserverNews(occasion, title, firstDay, lastDay, observers);
    }

    /** « du 3 mai 2027 au 7 juin 2027 ». */
    public String days() {
        return "du " + PublicTime.inWords(firstDay) + " au " + PublicTime.inWords(lastDay);
    }
}
