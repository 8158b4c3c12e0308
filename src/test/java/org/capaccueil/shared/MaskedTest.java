package org.capaccueil.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    private static String masked(String written, String... passages) {
        return Masked.of(written, String.join("\n", passages), "Il ne reste rien à lire.");
    }

    @Test
    void aPassageThatHoldsAnotherIsLeftOutWhicheverIsNamedFirst() {
        String written = "Voir Dupont, 3 rue des Lilas, merci";

        assertThat(masked(written, "Dupont", "Dupont, 3 rue des Lilas")).isEqualTo("Voir […], merci");
        assertThat(masked(written, "Dupont, 3 rue des Lilas", "Dupont")).isEqualTo("Voir […], merci");
    }

    @ParameterizedTest
    @CsvSource({
        "Voir Dupont rue des Lilas, Dupont rue|rue des Lilas, Voir […]",
        "Dupont et Dupont, Dupont, […] et […]",
        "Dupont et Dupond, Dupont|Dupond, […] et […]",
        "banana oui, ana, b[…] oui",
        "Rien à cacher, '', Rien à cacher"
    })
    void everythingAnyPassageCoversIsLeftOut(String written, String passages, String shown) {
        assertThat(masked(written, passages.split("\\|"))).isEqualTo(shown);
    }

    @Test
    void aPassageIsWrittenAsItStandsAndSomethingIsLeftToRead() {
        assertThatThrownBy(() -> masked("Voir Dupont", "Durand"))
                .hasMessageContaining("« Durand » n'est pas dans le texte");
        assertThatThrownBy(() -> masked("Voir Dupont", "Voir", "Dupont")).hasMessage("Il ne reste rien à lire.");
        assertThatThrownBy(() -> masked("Voir", "[…]")).hasMessageContaining("n'est pas dans le texte");
    }
}
