package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a session holds is Java's own writing: after an upgrade the new version may not be able to read it. */
@ServedTest
class UnreadableSessionTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String login;
    private Visitor person;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        login = Objects.requireNonNull(
                organisation.person(fixtures.town(Channel.COUNTER).agent()).email());
        person = Visitor.signedIn("http://127.0.0.1:" + port, login);
        assertThat(person.get("/tasks").statusCode()).isEqualTo(200);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void whoeverHasASessionOfAnotherVersionSignsInAgainAndTheSessionIsGone() throws Exception {
        spoil("SPRING_SECURITY_CONTEXT");

        HttpResponse<String> answer = person.get("/tasks");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("nowhere")).endsWith("/login");
        assertThat(sessions()).isZero();
        assertThat(person.open("/login")).contains("Se connecter");
    }

    @Test
    void aPartNobodyAsksForAtFirstIsNoDifferent() throws Exception {
        jdbc.sql("insert into spring_session_attributes select primary_id, 'left by the old version', "
                        + "decode('aced0005', 'hex') from spring_session where principal_name = ?")
                .param(login)
                .update();
        spoil("left by the old version");

        assertThat(person.get("/tasks").statusCode()).isEqualTo(302);
        assertThat(sessions()).isZero();
    }

    /** An object of a class this version does not have. */
    private void spoil(String attribute) {
        assertThat(jdbc.sql("update spring_session_attributes set attribute_bytes = "
                                + "decode('aced00057372000861626364656667680000000000000001020000787000', 'hex') "
                                + "where attribute_name = ? and session_primary_id in "
                                + "(select primary_id from spring_session where principal_name = ?)")
                        .params(attribute, login)
                        .update())
                .isEqualTo(1);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }
}
