package org.capaccueil.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.ServletException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.scope.UndoneRequest;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Sends requests as anybody, and sees what they left in the database. */
class Everything {

    /** What stands in every answer and is another each time. */
    private static final Pattern CHANGING =
            Pattern.compile("(name=\"_csrf\"[^>]*|content=\"[\\w-]{90,}\"|nonce-[\\w-]+)");

    private static final MockMultipartFile FILE = new MockMultipartFile(
            "file", "essai.pdf", "application/pdf", "%PDF-1.7\nEssai".getBytes(StandardCharsets.UTF_8));

    private final MockMvc mvc;
    private final Organisation organisation;
    private final UserDetailsService accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Map<PersonId, UserDetails> signedIn = new HashMap<>();

    Everything(
            WebApplicationContext context,
            Organisation organisation,
            UserDetailsService accounts,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.organisation = organisation;
        this.accounts = accounts;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** An answer as far as it can be compared with another. */
    record Got(int status, Answer answer, String page) {}

    /** @param person null for somebody who has not signed in */
    Got send(@Nullable PersonId person, Route route, String address, Map<String, String> form) {
        try {
            MockHttpServletRequestBuilder request = route.isChange() ? change(address, form) : get(URI.create(address));
            if (person != null) {
                request.with(user(signedIn.computeIfAbsent(person, this::signIn)));
            }
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            int status = response.getStatus();
            String location = Objects.requireNonNullElse(response.getRedirectedUrl(), "");
            // what somebody may see is theirs to see; only denials are compared
            String page = status < 400
                    ? ""
                    : CHANGING.matcher(response.getContentAsString(StandardCharsets.UTF_8))
                            .replaceAll("…");
            return new Got(status, Answer.of(status, location), page);
        } catch (ServletException fault) {
            return new Got(500, Answer.BROKEN, String.valueOf(fault.getCause()));
        } catch (Exception impossible) {
            throw new IllegalStateException(route + " " + address, impossible);
        }
    }

    private static MockHttpServletRequestBuilder change(String address, Map<String, String> form) {
        MockHttpServletRequestBuilder request =
                multipart(URI.create(address)).file(FILE).with(csrf());
        form.forEach(request::param);
        return request;
    }

    /** The same, and what it did is undone: the next one finds everything as it was. */
    Got sendAndUndo(PersonId person, Route route, String address, Map<String, String> form) {
        return UndoneRequest.in(transaction, () -> send(person, route, address, form));
    }

    private UserDetails signIn(PersonId person) {
        return accounts.loadUserByUsername(
                Objects.requireNonNull(organisation.person(person).email()));
    }

    /** Every row of every table, by table. */
    Map<String, String> database() {
        List<String> tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'"
                        // how far the engine has reserved numbers, and what only the migrations' role reads
                        + " and tablename not in ('act_ge_property', 'flyway_schema_history')")
                .query(String.class)
                .list();
        Map<String, String> sums = new TreeMap<>();
        tables.forEach(table -> sums.put(
                table,
                jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(row::text, 0)::numeric), 0) from \""
                                + table + "\" row")
                        .query(String.class)
                        .single()));
        return sums;
    }
}
