package org.capaccueil.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.network.domain.Compared;
import org.capaccueil.network.domain.Comparison;
import org.capaccueil.network.domain.ConsentView;
import org.capaccueil.network.domain.Consenting;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.domain.StandardSharing;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Communes that publish on one shared standard, and what the métropole and they themselves read of it. */
@ApplicationTest
class ComparisonTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Register register;

    @Autowired
    Libraries libraries;

    @Autowired
    StandardSharing sharing;

    @Autowired
    PublishedTown published;

    @Autowired
    Consenting consenting;

    @Autowired
    Comparison comparison;

    @Autowired
    JdbcClient jdbc;

    private final List<Town> towns = new ArrayList<>();
    private StandardVersionId standard;
    private Actor observer;

    @BeforeEach
    void threeCommunesPublishFiftySeventyFiveAndAHundred() {
        for (int grade = 2; grade <= 4; grade++) {
            Town town = fixtures.town();
            Actor manager = fixtures.actor(town.manager());
            if (towns.isEmpty()) {
                standard = libraries.copy(manager);
                sharing.share(manager, standard, "Pour se comparer");
            } else {
                sharing.adopt(manager, standard);
            }
            published.publishes(town, standard, grade);
            towns.add(town);
        }
        String mark = Libraries.mark();
        CommuneId metropole = register.foundMetropole(
                "Métropole " + mark,
                "m" + mark,
                450_000,
                towns.stream().map(Town::commune).collect(Collectors.toSet()));
        observer = fixtures.actor(
                fixtures.person(metropole, "Solène Observatrice", mark, "Chargée de qualité", Role.OBSERVER));
    }

    private void agrees(int town, boolean named) {
        consenting.give(fixtures.actor(towns.get(town).leadership()), named);
    }

    private Optional<Compared> seenBy(Actor actor) {
        return comparison.of(actor).sheets().stream()
                .filter(sheet -> sheet.version().id().equals(standard))
                .map(Comparison.Sheet::compared)
                .findFirst();
    }

    @Test
    void theObserverReadsNothingOfFewerThanTwoThatAgreed() {
        assertThat(seenBy(observer)).isEmpty();
        agrees(0, true);
        assertThat(seenBy(observer)).isEmpty();
        agrees(2, false);
        assertThat(seenBy(observer)).hasValueSatisfying(compared -> {
            assertThat(compared.total().mean()).isEqualTo(BigFraction.of(75));
            assertThat(compared.total().communes()).isEqualTo(2);
            assertThat(compared.total().named()).isEmpty();
            assertThat(compared.channels().get(Channel.PHONE).mean()).isEqualTo(BigFraction.of(75));
            assertThat(compared.channels()).doesNotContainKey(Channel.MAIL);
        });
    }

    @Test
    void whatACommuneThatDidNotAgreePublishesChangesNothingAnybodyReads() {
        agrees(0, false);
        agrees(2, false);
        Compared before = seenBy(observer).orElseThrow();

        for (int grade = 0; grade <= 4; grade++) {
            Town silent = fixtures.town();
            sharing.adopt(fixtures.actor(silent.manager()), standard);
            published.publishes(silent, standard, grade);
            assertThat(seenBy(observer)).contains(before);
        }
    }

    @Test
    void aCommuneSeesItsOwnPlaceOnlyWhereItCannotSubtractItself() {
        agrees(0, false);
        agrees(1, false);
        Actor first = fixtures.actor(towns.get(0).manager());
        assertThat(seenBy(first)).isEmpty();

        agrees(2, true);
        assertThat(seenBy(first)).hasValueSatisfying(compared -> {
            assertThat(compared.total().mean()).isEqualTo(BigFraction.of(75));
            assertThat(compared.total().own()).isEqualTo(BigFraction.of(50));
            assertThat(compared.total().named()).as("the third would follow").isEmpty();
        });
        assertThat(seenBy(observer).orElseThrow().total().named())
                .containsOnlyKeys(towns.get(2).commune())
                .containsValue(BigFraction.of(100));
    }

    @Test
    void whoTakesNoPartReadsNothingAndATeamIsSentAway() {
        agrees(0, false);
        agrees(1, false);

        Comparison.Overview outside = comparison.of(fixtures.actor(towns.get(2).manager()));
        assertThat(outside.takesPart()).isFalse();
        assertThat(outside.sheets()).isEmpty();
        assertThatThrownBy(() -> comparison.of(fixtures.actor(towns.get(0).lead())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aConsentIsSignedNamedEndedAndAllOfItStays() {
        Actor leadership = fixtures.actor(towns.get(0).leadership());
        Actor manager = fixtures.actor(towns.get(0).manager());
        consenting.give(leadership, false);
        assertThatThrownBy(() -> consenting.give(manager, false)).isInstanceOf(StepNoLongerOpen.class);
        consenting.give(manager, true);
        consenting.end(leadership);
        assertThatThrownBy(() -> consenting.end(leadership)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> consenting.give(fixtures.actor(towns.get(0).agent()), false))
                .isInstanceOf(NotAllowed.class);

        assertThat(consenting.history(manager))
                .extracting(
                        ConsentView::named, ConsentView::givenName, ConsentView::givenCapacity, ConsentView::endedName)
                .containsExactlyInAnyOrder(
                        tuple(true, "Nadia Référente", "Référente qualité", "Philippe Direction"),
                        tuple(false, "Philippe Direction", "Directeur général des services", "Nadia Référente"));
        assertThat(jdbc.sql("select action from trail_entry where actor_id in (?, ?) and subject = "
                                + "'Comparaison dans le réseau' order by id")
                        .params(leadership.id().value(), manager.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("Accord donné", "Accord donné", "Accord retiré");
    }

    @Test
    void whoEndsItsConsentLeavesTheAggregatesAtOnce() {
        agrees(0, false);
        agrees(1, false);
        agrees(2, false);
        consenting.end(fixtures.actor(towns.get(2).manager()));

        assertThat(seenBy(observer).orElseThrow().total().mean()).isEqualTo(BigFraction.of(125, 2));
        assertThat(seenBy(fixtures.actor(towns.get(2).manager()))).isEmpty();
    }

    @Test
    void whatWasPublishedIsNeverChanged() {
        assertThatThrownBy(() ->
                        jdbc.sql("update published_result set total = '100/1'").update())
                .hasMessageContaining("never changed");
    }
}
