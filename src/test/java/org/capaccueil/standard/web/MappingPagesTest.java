package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardMappings;
import org.capaccueil.standard.StandardMappings.Correspondence;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.MappingDesk;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class MappingPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    StandardMappings mappings;

    @Autowired
    MappingDesk desk;

    Town town;
    Actor manager;
    StandardVersionId caf;
    StandardVersionId copy;
    String address;

    @BeforeEach
    void begin() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        copy = libraries.copy(manager);
        caf = standards.shipped("CAF-2020").orElseThrow().id();
        address = "/standards/mappings/CAF-2020/" + standards.version(copy).code();
    }

    @Test
    void onlyQualityManagersMap() throws Exception {
        for (PersonId other : List.of(town.agent(), town.leadership(), town.auditor())) {
            pages.open(other, "/standards/mappings").andExpect(status().isForbidden());
            pages.open(other, address).andExpect(status().isForbidden());
            pages.send(other, address, "target", "ACC-1", "source", "1.1", "relation", "EQUAL")
                    .andExpect(status().isForbidden());
            pages.send(other, address + "/proposals").andExpect(status().isForbidden());
            pages.send(other, address + "/" + java.util.UUID.randomUUID() + "/removal")
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void aCorrespondenceIsAddedShownAndRemoved() throws Exception {
        pages.open(
                        town.manager(),
                        "/standards/mappings?from=CAF-2020&to="
                                + standards.version(copy).code())
                .andExpect(redirectedUrl(address));
        pages.open(town.manager(), address + "?criterion=ACC-1").andExpect(status().isOk());
        pages.send(
                        town.manager(),
                        address,
                        "target",
                        "ACC-1",
                        "source",
                        "1.1",
                        "relation",
                        "PARTLY",
                        "note",
                        "Les horaires seulement")
                .andExpect(redirectedUrl(address));

        pages.open(town.manager(), address)
                .andExpect(content()
                        .string(allOf(containsString("couvre en partie"), containsString("Les horaires seulement"))));
        pages.open(town.manager(), "/standards/mappings").andExpect(content().string(containsString(address)));
        assertThat(mappings.between(caf, copy))
                .containsOnlyKeys("ACC-1")
                .containsEntry("ACC-1", List.of(new Correspondence("1.1", Relation.PARTLY)));
        assertThat(mappings.between(copy, caf)).isEmpty();

        var id = desk.sheet(manager, "CAF-2020", standards.version(copy).code()).lines().stream()
                .flatMap(line -> line.mapped().stream())
                .findFirst()
                .orElseThrow()
                .id();
        pages.send(town.manager(), address + "/" + id + "/removal").andExpect(redirectedUrl(address));
        pages.send(town.manager(), address + "/" + id + "/removal").andExpect(redirectedUrl(address));
        assertThat(mappings.between(caf, copy)).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        pages.send(town.manager(), address, "target", "ACC-1", "source", "1.1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez la correspondance.")));
        pages.send(town.manager(), address, "target", "NON", "source", "1.1", "relation", "EQUAL")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        pages.send(town.manager(), address, "target", "ACC-1", "source", "NON", "relation", "EQUAL")
                .andExpect(status().isUnprocessableEntity());
        pages.send(town.manager(), address, "target", "ACC-1", "source", "1.1", "relation", "EQUAL")
                .andExpect(status().is3xxRedirection());
        pages.send(town.manager(), address, "target", "ACC-1", "source", "1.1", "relation", "COVERS")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ont déjà une correspondance")));
        pages.open(town.manager(), "/standards/mappings/CAF-2020/CAF-2020").andExpect(status().isNotFound());
        pages.open(town.manager(), "/standards/mappings/CAF-2020/INCONNU").andExpect(status().isNotFound());
    }

    @Test
    void anAdaptedCopyIsMappedToItsOriginInOneClick() throws Exception {
        String fromOrigin =
                "/standards/mappings/AMQ-START/" + standards.version(copy).code();
        pages.open(town.manager(), fromOrigin)
                .andExpect(content().string(containsString("40 correspondances proposées")));
        String[] shown = proposals(fromOrigin);
        pages.send(town.manager(), fromOrigin + "/proposals", shown).andExpect(redirectedUrl(fromOrigin));
        pages.send(town.manager(), fromOrigin + "/proposals", shown).andExpect(redirectedUrl(fromOrigin));

        assertThat(mappings.between(fixtures.starterStandard(), copy))
                .hasSize(40)
                .allSatisfy(
                        (code, found) -> assertThat(found).containsExactly(new Correspondence(code, Relation.EQUAL)));
    }

    @Test
    void ofProposalsOnlyWhatWasShownAndIsStillProposedIsKept() throws Exception {
        String fromOrigin =
                "/standards/mappings/AMQ-START/" + standards.version(copy).code();
        pages.send(town.manager(), fromOrigin, "target", "ACC-2", "source", "INF-1", "relation", "PARTLY");

        pages.send(
                        town.manager(),
                        fromOrigin + "/proposals",
                        "proposal",
                        "ACC-1 ACC-1",
                        "proposal",
                        "ACC-2 ACC-2",
                        "proposal",
                        "ACC-3 ACC-4",
                        "proposal",
                        "nothing")
                .andExpect(flash().attribute(
                                "notice", "Correspondances enregistrées : 1. Les autres ne sont plus proposées."));

        assertThat(mappings.between(fixtures.starterStandard(), copy))
                .containsOnlyKeys("ACC-1", "ACC-2")
                .containsEntry("ACC-2", List.of(new Correspondence("INF-1", Relation.PARTLY)));
    }

    private String[] proposals(String address) throws Exception {
        Matcher all = Pattern.compile("name=\"proposal\" value=\"([^\"]*)\"")
                .matcher(pages.open(town.manager(), address)
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        return all.results().flatMap(one -> Stream.of("proposal", one.group(1))).toArray(String[]::new);
    }

    @Test
    void aCorrespondenceWithACriterionThatLeftIsListedAndCanBeRemoved() throws Exception {
        pages.send(town.manager(), address, "target", "ACC-1", "source", "1.1", "relation", "EQUAL");
        StandardVersionId next = life.newVersion(manager, copy, "2");
        libraries.empty(manager, next, "ACC");
        libraries.add(manager, next, "ACC", "ACC-77");
        life.publish(manager, next);

        pages.open(town.manager(), address)
                .andExpect(content()
                        .string(allOf(
                                containsString("Correspondances avec un critère disparu"),
                                containsString("Retirer la correspondance de 1.1 avec ACC-1"))));
        var orphan =
                desk.sheet(manager, "CAF-2020", standards.version(copy).code()).orphans();
        assertThat(orphan).singleElement().satisfies(one -> assertThat(one.to()).isEqualTo("ACC-1"));

        pages.send(town.manager(), address + "/" + orphan.get(0).mapped().id() + "/removal");
        pages.open(town.manager(), address).andExpect(content().string(not(containsString("critère disparu"))));
    }

    @Test
    void aPublishedVersionIsMappedRatherThanANewerOneThatWasWithdrawn() {
        StandardVersionId next = life.newVersion(manager, copy, "2");
        life.publish(manager, next);
        assertThat(mapped()).isEqualTo(next);
        life.withdraw(manager, next, "Fausse");
        assertThat(mapped()).isEqualTo(copy);
        life.withdraw(manager, copy, "Abandonnée");
        assertThat(mapped()).isEqualTo(next);
    }

    private StandardVersionId mapped() {
        return desk.standards(manager).stream()
                .filter(one -> one.code().equals(standards.version(copy).code()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void versionsOfOneStandardCorrespondByTheirCodes() {
        StandardVersionId next = life.newVersion(manager, copy, "2");
        life.publish(manager, next);

        assertThat(mappings.between(copy, next)).hasSize(40);
        assertThat(mappings.between(copy, next).get("ACC-1"))
                .containsExactly(new Correspondence("ACC-1", Relation.EQUAL));
    }

    @Test
    void theSameCorrespondenceGivenTwiceAtOnceIsKeptOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = SystemScope.threads(2);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int person = 0; person < 2; person++) {
            answers.add(people.submit(() -> {
                start.await();
                return pages.send(town.manager(), address, "target", "ACC-1", "source", "1.1", "relation", "EQUAL")
                        .andReturn()
                        .getResponse()
                        .getStatus();
            }));
        }
        start.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        people.shutdown();

        // who is second meets the other's row, either when reading or when writing
        assertThat(statuses).containsOnlyOnce(302).allMatch(status -> List.of(302, 409, 422)
                .contains(status));
        assertThat(mappings.between(caf, copy).get("ACC-1")).hasSize(1);
    }
}
