package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Two drafts of one version: whoever publishes the second one sees that it undoes the first. */
@ApplicationTest
class PublicationPagesTest {

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

    Town town;
    Actor manager;
    StandardVersionId first;
    StandardVersionId second;
    StandardVersionId third;

    @BeforeEach
    void twoDraftsOfOneVersion() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        first = libraries.copy(manager);
        second = life.newVersion(manager, first, "2");
        third = life.newVersion(manager, first, "3");
        libraries.write(manager, second, "ACC-1", Map.of("title_fr", "Les mots de la version 2"));
        libraries.write(manager, third, "ACC-2", Map.of("title_fr", "Les mots de la version 3"));
    }

    @Test
    void aDraftThatDoesNotStartFromTheNewestVersionSaysWhatItUndoes() throws Exception {
        pages.open(town.manager(), publication(third))
                .andExpect(content().string(not(containsString("ne part pas de la version publiée"))));
        life.publish(manager, second);

        pages.open(town.manager(), publication(third))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("ne part pas de la version publiée la plus récente"),
                                containsString("Les mots de la version 2"),
                                containsString("Les mots de la version 3"),
                                containsString("dont il part"),
                                containsString("name=\"newest\" value=\"" + second + "\""))));
    }

    @Test
    void aVersionPublishedSinceThePageWasReadIsShownBeforeAnythingIsPublished() throws Exception {
        life.publish(manager, second);

        publish(third, first)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("celle que vous aviez lue"),
                                containsString("Les mots de la version 2"))));
        assertThat(standards.version(third).isDraft()).isTrue();

        publish(third, second).andExpect(redirectedUrl("/standards/" + third));
        assertThat(standards.newest(town.commune(), third).orElseThrow().id()).isEqualTo(third);
    }

    @Test
    void theNewestVersionWithdrawnSinceIsNoticedToo() throws Exception {
        life.withdraw(manager, first, "Fausse");

        publish(third, first).andExpect(status().isConflict());

        pages.send(town.manager(), publication(third), "lock", lock(third))
                .andExpect(redirectedUrl("/standards/" + third));
    }

    private ResultActions publish(StandardVersionId draft, StandardVersionId newest) throws Exception {
        return pages.send(town.manager(), publication(draft), "lock", lock(draft), "newest", newest.toString());
    }

    private String lock(StandardVersionId id) {
        return String.valueOf(standards.version(id).lock());
    }

    private static String publication(StandardVersionId id) {
        return "/standards/" + id + "/publication";
    }
}
