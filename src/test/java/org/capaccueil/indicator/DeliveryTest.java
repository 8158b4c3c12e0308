package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.indicator.domain.ProgramDelivery;
import org.capaccueil.indicator.domain.RefusedBatch;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Values that programs deliver: all or nothing, once, and told by element what is wrong. */
@ApplicationTest
class DeliveryTest {

    private static final String MONTH =
            Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE)).code();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    ProgramDelivery delivery;

    @Autowired
    SeriesReading reading;

    @Autowired
    WebApplicationContext context;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private String team;
    private Actor program;

    @BeforeEach
    void town() {
        town = fixtures.town();
        team = organisation.team(town.team()).code();
        program = new Actor(
                new PersonId(UUID.randomUUID()),
                "Programme « autocom »",
                town.commune(),
                Set.of(Role.QUALITY_MANAGER),
                Set.of(),
                Set.of());
    }

    @Test
    void aProgramsDeliveryIsKeptUnderItsNameInTheJournalOfItsCommune() {
        String answer =
                Scope.of(town.commune()).call(() -> delivery.values(program, "k1", values(element("900", "1000"))));

        assertThat(answer).isEqualTo("{\"written\":1,\"revised\":0,\"known\":0,\"repeated\":0}");
        assertThat(point().standing().value()).isEqualByComparingTo("90");
        assertThat(point().standing().given().program()).isEqualTo("Programme « autocom »");
        assertThat(jdbc.sql(
                                "select actor_name from trail_entry where commune_id = ? and action = 'Envoi d''un programme'")
                        .param(town.commune().value())
                        .query(String.class)
                        .list())
                .containsExactly("Programme « autocom »");
    }

    @Test
    void theSameKeyAndBodyIsAnsweredTheSameAndDoesNothingAgain() {
        byte[] body = values(element("900", "1000"));
        String first = delivery.values(program, "k1", body);

        assertThat(delivery.values(program, "k1", body)).isEqualTo(first);
        assertThat(delivery.values(program, "k2", body)).contains("\"known\":1");
        assertThat(point().revisions()).hasSize(1);
        assertThatThrownBy(() -> delivery.values(program, "k1", values(element("901", "1000"))))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("déjà servi");
        assertThatThrownBy(() -> delivery.values(program, " ", body)).hasMessageContaining("Idempotency-Key");
    }

    @Test
    void twoThatAreSentAtOnceAreOne() throws Exception {
        byte[] body = values(element("900", "1000"));
        delivery.values(program, "before", values(element("1", "2").replace("TEL-ANSWER", "TEL-30S")));
        ExecutorService threads = SystemScope.threads(4);
        try {
            Callable<String> send = () -> delivery.values(program, "k", body);
            List<Future<String>> answers = threads.invokeAll(List.of(send, send, send, send));

            assertThat(answers)
                    .extracting(Future::get)
                    .containsOnly("{\"written\":1,\"revised\":0,\"known\":0,\"repeated\":0}");
        } finally {
            threads.shutdownNow();
        }
        assertThat(point().revisions()).hasSize(1);
    }

    @Test
    void oneFaultRefusesAllAndLeavesTheKeyFree() {
        byte[] bad = values(element("900", "1000"), element("5", "4").replace(MONTH, "2026-01"));

        assertThatThrownBy(() -> delivery.values(program, "k", bad))
                .isInstanceOfSatisfying(
                        RefusedBatch.class,
                        refusal -> assertThat(refusal.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.title()).isEqualTo("part");
                        }));
        assertThat(point().standing()).isNull();
        assertThat(delivery.values(program, "k", values(element("900", "1000"))))
                .contains("\"written\":1");
    }

    @Test
    void anotherValueIsARevisionOnlyWithAReason() {
        delivery.values(program, "k1", values(element("900", "1000")));
        String other = "{\"replace\":%s,\"reason\":\"%s\",\"values\":[" + element("910", "1000") + "]}";

        assertThatThrownBy(() -> delivery.values(program, "k2", bytes(other.formatted("false", ""))))
                .isInstanceOf(RefusedBatch.class);
        assertThatThrownBy(() -> delivery.values(program, "k2", bytes(other.formatted("true", ""))))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(delivery.values(program, "k2", bytes(other.formatted("true", "Correction"))))
                .contains("\"revised\":1");
        assertThat(point().revisions()).hasSize(2);
    }

    @Test
    void aNumberOfAFewSignsFillsNoMemoryAndWhatComesAfterTheObjectIsNotPassedOver() {
        assertThatThrownBy(() -> delivery.values(program, "k", values(element("1e900000000", "1e-900000000"))))
                .isInstanceOfSatisfying(RefusedBatch.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.title() + " " + fault.sentence())
                        .containsExactly(
                                "part « 1E+900000000 » n'est pas un nombre.",
                                "base « 1E-900000000 » n'est pas un nombre."));
        assertThatThrownBy(() -> delivery.values(program, "k", values(element("1e99999999999", "1"))))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> delivery.values(
                        program,
                        "k",
                        bytes(new String(values(element("9", "10")), StandardCharsets.UTF_8) + " {\"values\":[]}")))
                .hasMessageContaining("pas du JSON");
        assertThat(point().standing()).isNull();
    }

    @Test
    void aReasonIsKeptWithoutTheSignNoDatabaseKeeps() {
        delivery.values(program, "k1", values(element("900", "1000")));

        delivery.values(
                program,
                "k2",
                bytes("{\"replace\":true,\"reason\":\"Corri\\u0000gé\",\"values\":[" + element("910", "1000") + "]}"));

        assertThat(point().standing().given().reason()).isEqualTo("Corrigé");
    }

    @Test
    void whatIsTooLongIsReadNoFurther() throws Exception {
        MvcResult refused = post("/api/indicators/values", "k", " ".repeat(ProgramDelivery.MAX_BYTES + 1));

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("dépasse 10 Mo");
    }

    @Test
    void overTheWireAFaultIsAProblemWithIndexFieldAndReason() throws Exception {
        MvcResult refused = post(
                "/api/indicators/values",
                "k",
                new String(values(element("900", "1000"), element("x", "4")), StandardCharsets.UTF_8));

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentType()).startsWith("application/problem+json");
        JsonNode problem =
                new ObjectMapper().readTree(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.path("errors").get(0).path("index").asInt()).isEqualTo(1);
        assertThat(problem.path("errors").get(0).path("field").asText()).isEqualTo("part");
        assertThat(problem.path("errors").get(0).path("reason").asText()).contains("n'est pas un nombre");

        assertThat(post("/api/indicators/values", "k", "[").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(post("/api/indicators/values", "k", "").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(post("/api/indicators/values", "k", "{\"values\":[{\"indicateur\":1}]}")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("inconnu");
        MvcResult kept =
                post("/api/indicators/values", "k", new String(values(element("900", "1000")), StandardCharsets.UTF_8));
        assertThat(kept.getResponse().getStatus()).isEqualTo(200);
        assertThat(kept.getResponse().getContentAsString()).contains("\"written\":1");
        assertThatThrownBy(() -> delivery.values(fixtures.actor(town.lead()), "k", new byte[0]))
                .isInstanceOf(NotAllowed.class);
    }

    private MvcResult post(String address, String key, String body) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build()
                .perform(MockMvcRequestBuilders.post(address)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .content(bytes(body))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(SecurityMockMvcRequestPostProcessors.user(accounts.loadUserByUsername(String.valueOf(
                                organisation.person(town.manager()).email())))))
                .andReturn();
    }

    private String element(String part, String base) {
        return "{\"indicator\":\"TEL-ANSWER\",\"team\":\"%s\",\"channel\":\"phone\",\"period\":\"%s\",\"part\":%s,\"base\":%s}"
                .formatted(team, MONTH, part.equals("x") ? "\"x\"" : part, base);
    }

    private static byte[] values(String... elements) {
        return bytes("{\"values\":[" + String.join(",", elements) + "]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Point point() {
        return reading.history(fixtures.actor(town.manager()), town.team(), "TEL-ANSWER", Channel.PHONE)
                .point(Period.parse(MONTH).orElseThrow());
    }
}
