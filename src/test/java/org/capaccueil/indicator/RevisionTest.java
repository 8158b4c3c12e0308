package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.SeriesDraft;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said again of a period: a text that changed is as much a revision as a number. */
@ApplicationTest
class RevisionTest {

    private static final Period MONTH = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE));

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    ValueEntry entry;

    @Autowired
    SeriesReading reading;

    @Autowired
    Definitions definitions;

    @Autowired
    Imports imports;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Actor agent;
    private Actor manager;

    @BeforeEach
    void aTeamWithTheValueOfAMonth() {
        town = fixtures.town();
        agent = fixtures.actor(town.agent());
        manager = fixtures.actor(town.manager());
        give(0, "Autocommutateur", null, null);
    }

    @Test
    void anotherSourceOrNoteIsARevisionWithItsReason() {
        assertThatThrownBy(() -> give(1, "Relevé du standard", null, null))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        assertThat(give(1, "Relevé du standard", null, "Source corrigée").written())
                .isTrue();
        assertThat(give(2, "Relevé du standard", "Panne le 3", "Note ajoutée").written())
                .isTrue();

        Point point = point("TEL-ANSWER");
        assertThat(point.revisions()).hasSize(3);
        assertThat(point.standing().given().source()).isEqualTo("Relevé du standard");
        assertThat(point.standing().given().note()).isEqualTo("Panne le 3");
        assertThat(point.standing().given().reason()).isEqualTo("Note ajoutée");
        assertThat(jdbc.sql("select before_value || ' > ' || after_value from trail_entry where commune_id = ?")
                        .param(town.commune().value())
                        .query(String.class)
                        .list())
                .contains("85,2 % (852 sur 1000) ; source : Relevé du standard > 85,2 % (852 sur 1000) ; "
                        + "source : Relevé du standard ; note : Panne le 3");
    }

    @Test
    void whoSaysTheSameAgainIsToldThatNothingChanged() throws Exception {
        assertThat(give(1, " Autocommutateur ", " ", null).written()).isFalse();
        String page = "/indicators/teams/" + town.team() + "/TEL-ANSWER/phone";
        String[] same = {
            "period", MONTH.code(), "seen", "1", "part", "852", "base", "1000", "source", "Autocommutateur", "note", ""
        };

        pages.send(town.agent(), page, same)
                .andExpect(flash().attribute(
                                "notice",
                                "Rien n'a changé : la valeur de « " + MONTH.inWords()
                                        + " » est déjà enregistrée ainsi."));

        assertThat(point("TEL-ANSWER").revisions()).hasSize(1);
    }

    @Test
    void theFormIsOfThePeriodItShowsAndAnotherOneIsAnotherPage() throws Exception {
        String page = "/indicators/teams/" + town.team() + "/TEL-ANSWER/phone";

        pages.open(town.agent(), page + "?period=" + MONTH.previous().code())
                .andExpect(content()
                        .string(allOf(
                                containsString("Donner une valeur : "
                                        + MONTH.previous().inWords()),
                                containsString("<input type=\"hidden\" name=\"period\" value=\""
                                        + MONTH.previous().code() + "\">"),
                                containsString("<input type=\"hidden\" name=\"seen\" value=\"0\">"))));
        pages.open(town.agent(), page + "?period=" + MONTH.code())
                .andExpect(content()
                        .string(allOf(
                                containsString("Réviser une valeur : " + MONTH.inWords()),
                                containsString("<input type=\"hidden\" name=\"seen\" value=\"1\">"))));
    }

    @Test
    void theSameQuantitiesAreGivenAgainOnceAnotherEditionReckonsWithThem() {
        SeriesDraft draft = IndicatorTest.draft("TEL-DUREE", Kind.MEAN, "min");
        UUID id = definitions.define(manager, draft);
        GivenFigures figures = new GivenFigures(
                new BigDecimal("300"), new BigDecimal("100"), "Autocommutateur", null, "Nouveau calcul");
        entry.give(agent, town.team(), "TEL-DUREE", Channel.PHONE, MONTH, 0, figures);
        SeriesView before = definitions.coded(town.commune(), "TEL-DUREE");
        definitions.change(
                manager,
                id,
                before.version(),
                IndicatorTest.reckoned(
                        draft,
                        new Formula(Kind.RATIO, draft.formula().part(), new Quantity("heures d'ouverture", "h")),
                        "min/h"));

        entry.give(agent, town.team(), "TEL-DUREE", Channel.PHONE, MONTH, 1, figures);

        assertThat(point("TEL-DUREE").standing().how().number()).isEqualTo(2);
        assertThat(point("TEL-DUREE").revisions()).hasSize(2);
    }

    @Test
    void aFileWithAnotherSourceOrNoteSaysSomethingNewAndOneThatSaysNoneDoesNot() {
        String titles = "Équipe;Canal;Période;" + BrokenTable.PART + ";" + BrokenTable.BASE;
        String line = organisation.team(town.team()).code() + ";Téléphone;" + MONTH.code() + ";852;1000";
        assertThat(tried(titles + "\n" + line).outcome().known()).isEqualTo(1);
        assertThat(tried(titles + ";Source;Note\n" + line + ";Autocommutateur;")
                        .outcome()
                        .known())
                .isEqualTo(1);

        String noted = titles + ";Source;Note\n" + line + ";Autocommutateur;Panne le 3";
        assertThat(tried(noted).faults()).singleElement().satisfies(fault -> assertThat(fault.sentence())
                .contains("cette valeur est déjà enregistrée avec une autre source, note ou édition"));
        assertThat(tried(noted + "\n" + line + ";Autocommutateur;Panne le 4").faults())
                .anySatisfy(fault -> assertThat(fault.sentence())
                        .contains("la ligne 2 donne déjà une autre valeur, source ou note"));
        imports.confirm(manager, brought(noted), true, "Note reprise du registre");

        assertThat(point("TEL-ANSWER").standing().given().note()).isEqualTo("Panne le 3");
        assertThat(tried(noted).outcome().known()).isEqualTo(1);
    }

    private Imports.DryRun tried(String file) {
        return imports.dryRun(manager, brought(file), false);
    }

    private UUID brought(String file) {
        return imports.upload(manager, "relevé.csv", (file + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private ValueEntry.Given give(int seen, String source, @Nullable String note, @Nullable String reason) {
        return entry.give(
                agent,
                town.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                MONTH,
                seen,
                new GivenFigures(new BigDecimal("852"), new BigDecimal("1000"), source, note, reason));
    }

    private Point point(String code) {
        return reading.history(agent, town.team(), code, Channel.PHONE).point(MONTH);
    }
}
