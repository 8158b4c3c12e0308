package org.capaccueil.standard.domain;

import java.io.IOException;
import java.util.List;
import org.capaccueil.scope.Scope;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.standard.exchange.StandardReading;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every installation starts with published standards, so that a first campaign needs no import. */
@Component
class ShippedStandards {

    /** The last is the newest, and so the one a launch proposes first. */
    static final List<String> FILES = List.of("services-publics-plus-like", "caf-2020", "caf-2020-pdca", "starter");

    private final StandardLife life;

    ShippedStandards(StandardLife life) {
        this.life = life;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void ship() throws IOException {
        for (String file : FILES) {
            StandardReading reading =
                    StandardFormats.read(new ClassPathResource("standards/" + file + ".yaml").getContentAsByteArray());
            if (!reading.isSound() || reading.standard() == null) {
                throw new IllegalStateException("a shipped standard is broken: " + reading.faults());
            }
            Scope.everything().run(() -> life.ship(reading.standard()));
        }
    }
}
