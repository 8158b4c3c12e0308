package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "écrire à jeanne.d'arc@orange.fr",
                "jeanne@ville-pont.example",
                "rappeler au 06 12 34 56 78",
                "06.12.34.56.78",
                "0612345678",
                "06-12-34-56-78 le soir",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033612345678",
                "04 76 29 80 00",
                "+41 22 345 67 89"
            })
    void whatReachesAPersonIsRefused(String note) {
        assertThatThrownBy(() -> Note.kept(note)).hasMessageContaining("le recueil ne garde personne");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "horaires du site faux depuis le 12/03/2027",
                "borne @ccueil en panne",
                "attente de 45 minutes, 3 guichets sur 4",
                "loi du 11 février 2005, art. 47",
                "facture de 1 234 567,89 euros"
            })
    void factsAreKept(String note) {
        assertThat(Note.kept(note)).isEqualTo(note);
    }

    @Test
    void nothingTypedIsNoNote() {
        assertThat(Note.kept(null)).isNull();
        assertThat(Note.kept(" \n ")).isNull();
    }

    @Test
    void aLongOneIsRefusedAndTheLongestIsKept() {
        assertThat(Note.kept("a".repeat(280))).hasSize(280);
        assertThatThrownBy(() -> Note.kept("a".repeat(281))).hasMessageContaining("280 caractères");
    }
}
