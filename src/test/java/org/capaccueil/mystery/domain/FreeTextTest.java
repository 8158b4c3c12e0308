package org.capaccueil.mystery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reçu par M. Dupont",
                "Mme Durand a bien répondu",
                "mme durand a bien répondu",
                "Madame Durand, au fond",
                "Accueilli par Monsieur N'Diaye",
                "Mlle. Petit",
                "M.Dupont",
                "Mr Le Goff",
                "Écrire à accueil@exemple.fr",
                "Rappeler le 04 76 29 80 00"
            })
    void whatPlainlyLeadsToAPersonIsRefused(String text) {
        assertThatThrownBy(() -> FreeText.kept("remark", text)).hasMessageContaining("jamais une personne");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On salue d'un « Bonjour Madame » puis on écoute",
                "Bonjour Madame, Monsieur",
                "Le guichet est à 3 m. de la porte",
                "Orienté vers Madame la Maire, puis vers l'état civil",
                "Une lettre à monsieur le maire est proposée",
                "Attente de 12 minutes, 2 guichets sur 4 ouverts"
            })
    void whatSpeaksOfTheServiceIsKept(String text) {
        assertThat(FreeText.kept("remark", text)).isEqualTo(text);
    }
}
