package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@ApplicationTest
class StandardPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

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
    void onlyQualityManagersAreOfferedAndAllowedTheImport() throws Exception {
        pages.open(town.manager(), "/standards").andExpect(content().string(containsString("/standards/import")));
        pages.open(town.agent(), "/standards").andExpect(content().string(not(containsString("/standards/import"))));
        pages.open(town.agent(), "/standards/import").andExpect(status().isForbidden());
        pages.upload(town.agent(), "/standards/import", "a.json", starter("9.9"))
                .andExpect(status().isForbidden());
    }

    @Test
    void anImportedStandardIsPublishedAndShown() throws Exception {
        String version = "t" + UUID.randomUUID().toString().substring(0, 8);

        pages.upload(town.manager(), "/standards/import", "referentiel.json", starter(version))
                .andExpect(status().is3xxRedirection());

        assertThat(standards.published()).anyMatch(one -> one.label().equals(version));
    }

    @Test
    void theSameVersionIsNotPublishedTwice() throws Exception {
        pages.upload(town.manager(), "/standards/import", "referentiel.json", starter("0.1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("est déjà publiée"), containsString("aria-invalid=\"true\""))));
    }

    @Test
    void aBrokenFileIsRefusedAtTheFieldWithTheFaultsPlace() throws Exception {
        String broken = new String(starter("x"), StandardCharsets.UTF_8).replaceFirst("weight: 15", "weight: -1");

        pages.upload(town.manager(), "/standards/import", "referentiel.json", broken.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("« weight » (thème ACC) vaut -1")));
    }

    @Test
    void noFileAtAllIsRefusedAtTheField() throws Exception {
        pages.upload(town.manager(), "/standards/import", "", new byte[0])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le fichier est vide")));
        pages.send(town.manager(), "/standards/import")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le fichier est vide")));
    }

    @Test
    void anUnknownStandardIsNotFound() throws Exception {
        pages.open(town.manager(), "/standards/" + UUID.randomUUID()).andExpect(status().isNotFound());
        pages.open(town.manager(), "/standards/x").andExpect(status().isNotFound());
    }

    private static byte[] starter(String version) throws Exception {
        return new ClassPathResource("standards/starter.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("version: \"0.1\"", "version: \"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
