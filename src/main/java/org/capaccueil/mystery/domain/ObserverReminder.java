package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.ObserverNews.Occasion;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds observers, once, of what they have left to do in a wave that nears its end. */
@Service
@Transactional
class ObserverReminder {

    private final Waves waves;
    private final Visits visits;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ObserverReminder(Waves waves, Visits visits, ApplicationEventPublisher news, Clock clock) {
        this.waves = waves;
        this.visits = visits;
        this.news = news;
        this.clock = clock;
    }

    void remind() {
        waves.underwayAndNotReminded().forEach(this::remind);
    }

    private void remind(UUID id) {
        // held: another node may be at it as well
        Wave wave = waves.hold(id).orElseThrow();
        if (!wave.isToRemind(PublicTime.today(clock))) {
            return;
        }
        wave.remind(clock.instant());
        Set<PersonId> awaited = visits.findByWaveIdOrderByDayAscHourAscId(id).stream()
                .filter(Visit::isWaiting)
                .map(Visit::observer)
                .collect(Collectors.toSet());
        if (!awaited.isEmpty()) {
            news.publishEvent(wave.view().news(Occasion.ENDING, awaited));
        }
    }
}
