package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.domain.LibraryReading;
import org.capaccueil.standard.domain.SharedStandards;
import org.capaccueil.standard.domain.StandardEditor;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.domain.StandardSharing;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A standard is its commune's until it is shared, and stays its adopters' after. */
@ApplicationTest
class SharedStandardTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    StandardEditor editor;

    @Autowired
    StandardSharing sharing;

    @Autowired
    SharedStandards shared;

    @Autowired
    LibraryReading library;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Town neighbour;
    private Actor manager;
    private Actor other;
    private StandardVersionId version;

    @BeforeEach
    void twoCommunesAndAStandardOfOne() {
        town = fixtures.town();
        neighbour = fixtures.town();
        manager = fixtures.actor(town.manager());
        other = fixtures.actor(neighbour.manager());
        version = libraries.copy(manager);
    }

    private boolean isOffered(StandardVersionId id) {
        return shared.offers(other).stream()
                .anyMatch(offer -> offer.version().id().equals(id));
    }

    private boolean isUsable(StandardVersionId id) {
        return standards.usableBy(neighbour.commune()).stream()
                .anyMatch(one -> one.id().equals(id));
    }

    @Test
    void anotherCommuneFindsNothingOfAStandardThatIsNotShared() throws Exception {
        StandardVersionId draft = life.newVersion(manager, version, "2");
        for (StandardVersionId id : new StandardVersionId[] {version, draft}) {
            for (String page : new String[] {
                "",
                "/standard.yaml",
                "/standard.xlsx",
                "/preview",
                "/edit",
                "/difference",
                "/what-if",
                "/new-version",
                "/adaptation",
                "/withdrawal",
                "/removal",
                "/publication",
                "/sharing"
            }) {
                pages.open(neighbour.manager(), "/standards/" + id + page).andExpect(status().isNotFound());
            }
            pages.send(neighbour.manager(), "/standards/" + id + "/adoption").andExpect(status().isNotFound());
            pages.send(neighbour.manager(), "/standards/" + id + "/sharing", "why", "x")
                    .andExpect(status().isNotFound());
            pages.send(neighbour.manager(), "/standards/" + id + "/sharing/end").andExpect(status().isNotFound());
        }
        pages.open(neighbour.manager(), "/standards")
                .andExpect(content()
                        .string(not(containsString(standards.version(version).code()))));
        assertThat(isOffered(version)).isFalse();
        assertThat(isUsable(version)).isFalse();
        assertThatThrownBy(() -> editor.draft(other, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> life.publish(other, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> life.adapt(other, version, "AUTRE", "1", "Autre"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsSharedIsReadByOthersWithTheReasonAndUsedOnceAdopted() throws Exception {
        pages.send(town.manager(), "/standards/" + version + "/sharing", "why", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"why-error\"")));
        pages.send(town.manager(), "/standards/" + version + "/sharing", "why", "Pour les mairies de quartier")
                .andExpect(redirectedUrl("/standards/" + version));

        pages.open(neighbour.manager(), "/standards")
                .andExpect(content().string(containsString("Pour les mairies de quartier")));
        pages.open(neighbour.agent(), "/standards/" + version)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Partagé par Commune")))
                .andExpect(content().string(not(containsString("Adopter tel quel"))))
                .andExpect(content().string(not(containsString("Nadia Référente"))));
        assertThat(isUsable(version)).isFalse();
        pages.send(neighbour.agent(), "/standards/" + version + "/adoption").andExpect(status().isForbidden());
        pages.send(neighbour.manager(), "/standards/" + version + "/adoption")
                .andExpect(redirectedUrl("/standards/" + version));
        sharing.adopt(other, version);

        assertThat(isUsable(version)).isTrue();
        assertThat(isOffered(version)).isFalse();
        assertThat(fixtures.openEvaluation(neighbour, version).standard()).isEqualTo(version);
        assertThat(shared.standing(manager, standards.version(version)).adopters())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select actor_name || ' ' || action from trail_entry where standard_version_id = ? order by id")
                        .param(version.value())
                        .query(String.class)
                        .list())
                .as("who adopts is not the sharing commune's to read")
                .noneMatch(line -> line.contains("adopté"))
                .contains("Nadia Référente Référentiel partagé avec le réseau");
    }

    @Test
    void itIsNotTheAdoptersToChangeButToAdaptUnderACodeOfTheirOwn() {
        sharing.share(manager, version, "Pour tous");
        sharing.adopt(other, version);
        String code = standards.version(version).code();

        assertThatThrownBy(() -> life.newVersion(other, version, "2")).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> life.withdraw(other, version, "x")).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> sharing.share(other, version, "x")).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> life.adapt(other, version, code, "1", "Le même"))
                .isInstanceOf(BusinessRefusal.class);
        StandardVersionId adapted = life.adapt(other, version, "A-" + Libraries.mark(), "1", "Le nôtre");
        assertThat(standards.version(adapted).origin()).isEqualTo(new Standard.Origin(code, "1"));
        assertThat(library.origin(other, standards.version(adapted)))
                .map(StandardVersionView::id)
                .contains(version);
        assertThat(standards.version(adapted).owner()).isEqualTo(neighbour.commune());
    }

    @Test
    void whoStopsSharingTakesNothingFromThoseWhoAdopted() throws Exception {
        sharing.share(manager, version, "Pour tous");
        Town late = fixtures.town();
        sharing.adopt(other, version);
        sharing.stop(manager, version);

        assertThat(isUsable(version)).isTrue();
        pages.open(neighbour.manager(), "/standards/" + version)
                .andExpect(content().string(containsString("ne le propose plus au réseau")));
        pages.open(late.manager(), "/standards/" + version).andExpect(status().isNotFound());
        assertThatThrownBy(() -> sharing.adopt(fixtures.actor(late.manager()), version))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.stop(manager, version)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aNewerSharedVersionIsToldToAdoptersAndTakenWhenTheyWant() throws Exception {
        sharing.share(manager, version, "Pour tous");
        sharing.adopt(other, version);
        StandardVersionId next = life.newVersion(manager, version, "2");
        life.publish(manager, next);
        pages.open(neighbour.manager(), "/standards/" + version)
                .andExpect(content().string(not(containsString("Une version plus récente"))));
        assertThat(standards.newest(neighbour.commune(), version))
                .map(StandardVersionView::id)
                .contains(version);

        sharing.share(manager, next, "Mieux");
        pages.open(neighbour.manager(), "/standards/" + version)
                .andExpect(content().string(containsString("Une version plus récente est partagée")));
        pages.open(neighbour.manager(), "/standards")
                .andExpect(content().string(containsString("Plus récente que votre version 1")));
        assertThat(standards.newest(neighbour.commune(), version))
                .map(StandardVersionView::id)
                .contains(version);
        sharing.adopt(other, next);
        assertThat(standards.newest(neighbour.commune(), version))
                .map(StandardVersionView::id)
                .contains(next);
    }

    @Test
    void aWithdrawnOneIsShownAsSuchAndNoLongerAdopted() throws Exception {
        sharing.share(manager, version, "Pour tous");
        life.withdraw(manager, version, "Dépassée");

        pages.open(neighbour.manager(), "/standards/" + version)
                .andExpect(content().string(containsString("Dépassée")))
                .andExpect(content().string(not(containsString("Adopter tel quel"))));
        assertThatThrownBy(() -> sharing.adopt(other, version)).isInstanceOf(BusinessRefusal.class);
        assertThat(isUsable(version)).isFalse();
    }

    @Test
    void twoCommunesMayHaveTheSameCodeWithoutLearningOfEachOther() {
        String code = "ACCUEIL-" + Libraries.mark();
        StandardVersionId mine = life.adapt(manager, fixtures.starterStandard(), code, "1", "Le nôtre");
        StandardVersionId theirs = life.adapt(other, fixtures.starterStandard(), code, "1", "Le leur");
        assertThat(theirs).isNotEqualTo(mine);
        life.publish(manager, mine);
        life.publish(other, theirs);
        sharing.share(manager, mine, "Pour tous");
        sharing.adopt(other, mine);

        StandardVersionId next = life.newVersion(other, theirs, "2");
        life.publish(other, next);
        assertThat(standards.newest(neighbour.commune(), theirs))
                .map(StandardVersionView::id)
                .contains(next);
        assertThat(standards.newest(neighbour.commune(), mine))
                .map(StandardVersionView::id)
                .contains(mine);
        assertThat(library.shelves(other).stream().filter(shelf -> shelf.code().equals(code)))
                .extracting(LibraryReading.Shelf::from)
                .containsExactlyInAnyOrder(null, town.commune());
        assertThatThrownBy(() -> life.adapt(manager, fixtures.starterStandard(), code, "2", "Encore"))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void aShippedStandardIsEverybodysAndNobodysToWithdraw() {
        assertThat(standards.version(fixtures.starterStandard()).owner()).isNull();
        assertThatThrownBy(() -> life.withdraw(manager, fixtures.starterStandard(), "x"))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> sharing.adopt(manager, fixtures.starterStandard()))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> sharing.share(fixtures.actor(town.lead()), version, "x"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aDraftIsNotShared() {
        StandardVersionId draft = life.newVersion(manager, version, "2");

        assertThatThrownBy(() -> sharing.share(manager, draft, "x")).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void itsCommuneNeverChangesOncePublished() {
        assertThatThrownBy(() -> jdbc.sql("update standard_version set commune_id = ? where id = ?")
                        .params(neighbour.commune().value(), version.value())
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void theAuditorFromTheNeighbourReadsTheStandardHeAuditsBy() throws Exception {
        pages.open(town.auditor(), "/standards/" + version).andExpect(status().isNotFound());
        var evaluation = fixtures.openEvaluation(town, version);
        jdbc.sql("insert into audit (evaluation_id, version, status, auditor_id) values (?, 0, 'ON_SITE', ?)")
                .params(evaluation.id().value(), town.auditor().value())
                .update();

        pages.open(town.auditor(), "/standards/" + version).andExpect(status().isOk());
    }
}
