package org.capaccueil.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.SerializationUtils;
import org.springframework.web.context.WebApplicationContext;

/** Pages as a person sees them: signed in through the local accounts, with a CSRF token on what is sent. */
@TestComponent
public class Pages {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final UserDetailsService accounts;
    private final Map<PersonId, UserDetails> signedIn = new ConcurrentHashMap<>();

    public Pages(WebApplicationContext context, Organisation organisation, UserDetailsService accounts) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                // what is said on the next page waits in the session, and the database keeps that in bytes
                .alwaysDo(result -> SerializationUtils.serialize(result.getFlashMap()))
                .build();
        this.organisation = organisation;
        this.accounts = accounts;
    }

    /** Opens a page. */
    public ResultActions open(PersonId person, String address) throws Exception {
        return perform(person, get(address));
    }

    /** Sends a form; fields are names and values in turn, a name may come again. */
    public ResultActions send(PersonId person, String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(person, request);
    }

    /** Opens the page a sent form, or another page, leads to, with what it had to say there. */
    public ResultActions follow(PersonId person, ResultActions before) throws Exception {
        MvcResult result = before.andReturn();
        return perform(
                person,
                get(Objects.requireNonNull(result.getResponse().getRedirectedUrl()))
                        .flashAttrs(result.getFlashMap()));
    }

    /** Sends a file in the field {@code file}. */
    public ResultActions upload(PersonId person, String address, String name, byte[] content) throws Exception {
        return mvc.perform(multipart(address)
                .file(new MockMultipartFile("file", name, "application/json", content))
                .with(csrf())
                .with(user(account(person))));
    }

    private ResultActions perform(PersonId person, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(account(person))));
    }

    /** Signs in once: what a request costs is not what signing in costs. */
    private UserDetails account(PersonId person) {
        return signedIn.computeIfAbsent(
                person,
                one -> accounts.loadUserByUsername(
                        Objects.requireNonNull(organisation.person(one).email())));
    }
}
