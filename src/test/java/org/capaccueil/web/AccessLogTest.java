package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.UUID;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whatever is turned down leaves one line: who, which route, how; and nothing that was typed. */
@ApplicationTest
class AccessLogTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    WebApplicationContext context;

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.capaccueil.access");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Town town;

    @BeforeEach
    void listen() {
        town = fixtures.town();
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void whatIsHiddenIsLoggedWhetherItExistsOrNot() throws Exception {
        Town elsewhere = fixtures.town();

        pages.open(town.agent(), "/teams/" + elsewhere.team()).andExpect(status().isNotFound());
        pages.open(town.agent(), "/teams/" + UUID.randomUUID()).andExpect(status().isNotFound());

        String line = "HIDDEN " + town.agent() + " GET /teams/{id}";
        assertThat(lines()).containsExactly(line, line);
    }

    @Test
    void aRefusalIsLoggedWithoutWhatWasTyped() throws Exception {
        pages.send(town.agent(), "/teams/new", "code", "secret", "name", "secret", "yearlyContacts", "1")
                .andExpect(status().isForbidden());

        assertThat(lines()).containsExactly("REFUSED " + town.agent() + " POST /teams/new");
    }

    @Test
    void aStepOfOthersIsLoggedLikeOneThatIsOver() throws Exception {
        pages.send(town.agent(), "/tasks/" + UUID.randomUUID() + "/claim").andExpect(status().isConflict());

        assertThat(lines()).containsExactly("CLOSED " + town.agent() + " POST /tasks/{id}/claim");
    }

    @Test
    void whatAFilterTurnsDownIsLoggedToo() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();

        pages.open(town.manager(), "/operations").andExpect(status().isForbidden());
        pages.open(town.manager(), "/nobody-wrote/" + UUID.randomUUID()).andExpect(status().isForbidden());
        mvc.perform(get("/teams/" + town.team())).andExpect(status().is3xxRedirection());
        mvc.perform(post("/teams/new").with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/evaluations/" + UUID.randomUUID() + "/label")).andExpect(status().isUnauthorized());

        assertThat(lines())
                .containsExactly(
                        "DENIED " + town.manager() + " GET /operations",
                        "DENIED " + town.manager() + " GET (no route)",
                        "ANONYMOUS nobody GET /teams/{id}",
                        "ANONYMOUS nobody POST /teams/new",
                        "ANONYMOUS nobody GET /api/evaluations/{id}/label");
    }

    @Test
    void whatIsAllowedLeavesNoLine() throws Exception {
        pages.open(town.agent(), "/teams/" + town.team()).andExpect(status().isOk());

        assertThat(lines()).isEmpty();
    }

    private Iterable<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
