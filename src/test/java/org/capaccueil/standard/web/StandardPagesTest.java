package org.capaccueil.standard.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class StandardPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    Town town;

    @BeforeEach
    void found() {
        town = fixtures.town();
    }

    @Test
    void everybodySignedInReadsTheLibrary() throws Exception {
        for (PersonId reader : new PersonId[] {town.manager(), town.agent(), town.leadership(), town.auditor()}) {
            pages.open(reader, "/standards")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Référentiel de départ – accueil municipal")));
        }
    }

    @Test
    void aStandardIsReadableWholeInFrenchWithEnglishBeside() throws Exception {
        pages.open(town.agent(), "/standards/" + fixtures.starterStandard())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Horaires publiés, tenus et ajustés à la fréquentation"),
                                containsString("Opening hours published, kept and matched to demand"),
                                containsString("Affiche et page horaires datées"),
                                containsString("Obligatoire"),
                                containsString("Coté une fois pour l’organisation"),
                                containsString("40 critères dont 14 obligatoires"))))
                .andExpect(content()
                        .string(allOf(
                                containsString("formés ces 36 derniers mois"),
                                containsString("Base minimale"),
                                containsString("Maîtrisé"),
                                containsString("Bronze"),
                                containsString("36 mois"))));
    }

    @Test
    void onlyQualityManagersAreOfferedTheImport() throws Exception {
        pages.open(town.manager(), "/standards").andExpect(content().string(containsString("/standards/import")));
        pages.open(town.agent(), "/standards").andExpect(content().string(not(containsString("/standards/import"))));
    }

    @Test
    void anUnknownStandardIsNotFound() throws Exception {
        pages.open(town.manager(), "/standards/" + UUID.randomUUID()).andExpect(status().isNotFound());
        pages.open(town.manager(), "/standards/x").andExpect(status().isNotFound());
    }
}
