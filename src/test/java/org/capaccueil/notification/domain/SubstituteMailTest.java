package org.capaccueil.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written to somebody absent is written to their substitute as well. */
@ApplicationTest
class SubstituteMailTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Absences absences;

    @Autowired
    MailRoom mailRoom;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    Town town;

    @BeforeEach
    void emptyMailboxes() {
        jdbc.sql("update notice set written_at = at").update();
        jdbc.sql("delete from mail").update();
        town = fixtures.town();
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theSubstituteOfAnAbsentLeadIsToldOfANewTaskAndForWhom() {
        PersonId standIn = standsIn(town.lead(), "Zoé Suppléante");

        fixtures.openEvaluation(town);
        tell();

        assertThat(mails(town.lead()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("body")).asString().doesNotContain("En remplacement"));
        assertThat(mails(standIn)).singleElement().satisfies(mail -> assertThat(mail.get("body"))
                .asString()
                .contains("Bonjour Zoé Suppléante", "En remplacement de : Éloïse Responsable"));
    }

    @Test
    void afterTheAbsenceTheSubstituteIsToldNothing() {
        PersonId standIn = standsIn(town.lead(), "Zoé Suppléante");
        clock.advance(java.time.Duration.ofDays(2));

        fixtures.openEvaluation(town);
        tell();

        assertThat(mails(town.lead())).hasSize(1);
        assertThat(mails(standIn)).isEmpty();
    }

    private PersonId standsIn(PersonId absent, String name) {
        PersonId standIn = fixtures.person(
                town.commune(), name, UUID.randomUUID().toString().substring(0, 8), "Chargée de mission");
        LocalDate today = PublicTime.today(clock);
        absences.name(fixtures.actor(absent), absent, new SubstitutionPlan(standIn, today, today.plusDays(1), null));
        return standIn;
    }

    private void tell() {
        clock.advance(MailRoom.DELAY.plusSeconds(1));
        while (mailRoom.write() > 0) {
            continue;
        }
    }

    private List<Map<String, Object>> mails(PersonId person) {
        return jdbc.sql("select * from mail where person_id = ?")
                .param(person.value())
                .query()
                .listOfRows();
    }
}
