package org.capaccueil.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@ApplicationTest
class ServerErrorPageTest {

    @Autowired
    Browsers browsers;

    @Test
    void whatFailsOutsideAControllerGetsAPageWithAReferenceAndNoDetail() throws Exception {
        browsers.mvc()
                .perform(get("/error")
                        .accept(MediaType.ALL)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the inner secret")))
                .andExpect(status().isInternalServerError())
                .andExpect(content()
                        .string(allOf(
                                containsString("Une erreur est survenue de notre côté"),
                                matchesPattern("(?s).*<kbd class=\"figure\">[0-9a-f]{8}</kbd>.*"),
                                not(containsString("the inner secret")),
                                not(containsString("IllegalState")))));
    }

    @Test
    void aRequestThatMakesNoSenseGetsAPageToo() throws Exception {
        browsers.mvc()
                .perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 400))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Cette demande n’a pas pu être lue")));
    }

    @Test
    void theAddressItselfIsNoPage() throws Exception {
        browsers.mvc().perform(get("/error")).andExpect(status().isNotFound());
    }
}
