package org.capaccueil.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    private static final int LONGEST = 280;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reçu par M. Dupont",
                "Mme Durand a bien répondu",
                "Mme Durand, dossier refusé",
                "mme durand a bien répondu",
                "Madame Durand, au fond",
                "Accueilli par Monsieur N'Diaye",
                "Mlle. Petit",
                "M.Dupont",
                "Mr Le Goff",
                "Écrire à accueil@exemple.fr",
                "écrire à jeanne.d'arc@orange.fr",
                "jeanne@ville-pont.example",
                "Rappeler le 04 76 29 80 00",
                "rappeler au 06 12 34 56 78",
                "06.12.34.56.78",
                "0612345678",
                "06-12-34-56-78 le soir",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033612345678",
                "+41 22 345 67 89"
            })
    void whatPlainlyLeadsToAPersonIsRefused(String text) {
        assertThatThrownBy(() -> FreeText.kept("note", text, LONGEST)).hasMessageContaining("jamais une personne");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On salue d'un « Bonjour Madame » puis on écoute",
                "Bonjour Madame, Monsieur",
                "Le guichet est à 3 m. de la porte",
                "Orienté vers Madame la Maire, puis vers l'état civil",
                "Une lettre à monsieur le maire est proposée",
                "Attente de 12 minutes, 2 guichets sur 4 ouverts",
                "horaires du site faux depuis le 12/03/2027",
                "borne @ccueil en panne",
                "loi du 11 février 2005, art. 47",
                "facture de 1 234 567,89 euros"
            })
    void whatSpeaksOfTheServiceIsKept(String text) {
        assertThat(FreeText.kept("note", text, LONGEST)).isEqualTo(text);
    }

    @Test
    void nothingTypedIsNothingKeptAndRefusedWhereSomethingHasToBeThere() {
        assertThat(FreeText.kept("note", null, LONGEST)).isNull();
        assertThat(FreeText.kept("note", " \n ", LONGEST)).isNull();
        assertThatThrownBy(() -> FreeText.required("reason", " ", LONGEST, "Dites pourquoi."))
                .hasMessage("Dites pourquoi.");
    }

    @Test
    void aLongOneIsRefusedAndTheLongestIsKept() {
        assertThat(FreeText.kept("note", "a".repeat(LONGEST), LONGEST)).hasSize(LONGEST);
        assertThatThrownBy(() -> FreeText.kept("note", "a".repeat(LONGEST + 1), LONGEST))
                .hasMessageContaining("280 caractères");
    }
}
