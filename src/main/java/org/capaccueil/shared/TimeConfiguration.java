package org.capaccueil.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** UTC inside; pages and due dates turn to {@link PublicTime} themselves. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
