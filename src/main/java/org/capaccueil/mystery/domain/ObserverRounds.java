package org.capaccueil.mystery.domain;

import org.capaccueil.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a day for waves whose observers are to be reminded. */
@Component
@ConditionalOnProperty(name = "capaccueil.observer-rounds", matchIfMissing = true)
class ObserverRounds {

    private final ObserverReminder reminder;

    ObserverRounds(ObserverReminder reminder) {
        this.reminder = reminder;
    }

    @Scheduled(cron = "0 40 6 * * *", zone = "Europe/Paris")
    void round() {
        Scope.everything().run(reminder::remind);
    }
}
