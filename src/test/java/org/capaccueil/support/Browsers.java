package org.capaccueil.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Objects;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages as people see them: signs in through the login form and keeps the session. */
@TestComponent
public class Browsers {

    private final MockMvc mvc;
    private final Organisation organisation;

    public Browsers(WebApplicationContext context, Organisation organisation) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.organisation = organisation;
    }

    public MockMvc mvc() {
        return mvc;
    }

    /** A session of this person. */
    public MockHttpSession signedIn(PersonId person) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(mvc.perform(formLogin()
                        .user(Objects.requireNonNull(organisation.person(person).email()))
                        .password("accueil"))
                .andReturn()
                .getRequest()
                .getSession());
    }
}
