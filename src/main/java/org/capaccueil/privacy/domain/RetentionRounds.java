package org.capaccueil.privacy.domain;

import org.capaccueil.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a night on every node; each person and each row is dealt with by one of them. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "capaccueil.retention-rounds", matchIfMissing = true)
class RetentionRounds {

    private final Retention retention;

    RetentionRounds(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Paris")
    void round() {
        Scope.everything().run(retention::apply);
    }

    /** The periods are asked for with or without rounds. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RetentionPeriods.class)
    static class Periods {}
}
