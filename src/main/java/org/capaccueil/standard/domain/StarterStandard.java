package org.capaccueil.standard.domain;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every installation starts with a published standard, so that a first campaign needs no import. */
@Component
class StarterStandard {

    private final StandardLibrary library;

    StarterStandard(StandardLibrary library) {
        this.library = library;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void ship() throws IOException {
        library.shipStarter(new ClassPathResource("standards/starter.json").getContentAsByteArray());
    }
}
