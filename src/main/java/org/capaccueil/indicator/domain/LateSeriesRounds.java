package org.capaccueil.indicator.domain;

import org.capaccueil.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a day for teams that owe a value; from then on the process of each waits and asks by itself. */
@Component
@ConditionalOnProperty(name = "capaccueil.late-series-rounds", matchIfMissing = true)
class LateSeriesRounds {

    private final LateSeriesChase chase;

    LateSeriesRounds(LateSeriesChase chase) {
        this.chase = chase;
    }

    @Scheduled(cron = "0 20 6 * * *", zone = "Europe/Paris")
    void round() {
        Scope.everything().run(() -> chase.communes().forEach(chase::begin));
    }
}
