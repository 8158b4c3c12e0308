package org.capaccueil.label.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.capaccueil.label.report.EnoughForLevel.Raise;
import org.junit.jupiter.api.Test;

class EnoughForLevelTest {

    private static final List<Raise> ONE =
            List.of(new Raise("ACC-1 Horaires", "au guichet (Mairie)", "2 · Partiel", "3 · Conforme"));

    @Test
    void whereNoReasonStaysNoneIsSaidToBeAbove() {
        assertThat(new EnoughForLevel("Or", true, ONE, 0, false).sentence())
                .isEqualTo("Relever ces cotations, une façon d'y arriver parmi d'autres.");
    }

    @Test
    void reasonsThatStayAreCounted() {
        assertThat(new EnoughForLevel("Or", true, ONE, 1, false).sentence())
                .endsWith(", et lever le motif ci-dessus que les cotations ne changent pas.");
        assertThat(new EnoughForLevel("Or", true, List.of(), 3, false).sentence())
                .isEqualTo("Aucune cotation n'est à relever : il suffit de lever les 3 motifs ci-dessus.");
    }

    @Test
    void whatIsOutOfReachOrAssumedIsSaidAsOnThePage() {
        assertThat(new EnoughForLevel("Or", false, List.of(), 1, false).sentence())
                .endsWith("il faut aussi revoir ce qui est sans objet ou non coté.");
        assertThat(new EnoughForLevel("Or", true, ONE, 0, true).sentence())
                .endsWith("une fois coté, il entrerait dans le calcul.");
    }
}
