package org.capaccueil.tally.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.capaccueil.tally.web.HourBoard.Cell;
import org.capaccueil.tally.web.HourBoard.Row;
import org.junit.jupiter.api.Test;

class HourBoardTest {

    private static final int TUESDAY = 24;
    private static final int SATURDAY = 5 * 24;

    private static List<Long> hours() {
        return new ArrayList<>(Collections.nCopies(168, 0L));
    }

    @Test
    void shadesGoByQuartersOfTheBusiestHour() {
        List<Long> hours = hours();
        hours.set(TUESDAY + 10, 40L);
        hours.set(TUESDAY + 11, 11L);
        hours.set(TUESDAY + 14, 1L);

        HourBoard board = HourBoard.of(hours);

        assertThat(board.days()).containsExactly("lun.", "mar.", "mer.", "jeu.", "ven.");
        assertThat(board.rows()).extracting(Row::hour).startsWith("8–9 h").endsWith("17–18 h");
        assertThat(board.rows().get(2).cells()).contains(new Cell(40, 4), new Cell(0, 0));
        assertThat(board.rows().get(3).cells().get(1)).isEqualTo(new Cell(11, 2));
        assertThat(board.rows().get(6).cells().get(1)).isEqualTo(new Cell(1, 1));
        assertThat(board.totals()).containsExactly(0L, 52L, 0L, 0L, 0L);
        assertThat(board.busiest()).isEqualTo("mardi de 10 h à 11 h, avec 40 demandes");
    }

    @Test
    void aSaturdayAndAnEveningAreShownWhereSomebodyCame() {
        List<Long> hours = hours();
        hours.set(SATURDAY + 19, 1L);

        HourBoard board = HourBoard.of(hours);

        assertThat(board.days()).hasSize(6).endsWith("sam.");
        assertThat(board.rows()).extracting(Row::hour).endsWith("19–20 h");
    }

    @Test
    void withoutContactsThereIsNoBusiestHour() {
        assertThat(HourBoard.of(hours()).busiest()).isNull();
    }
}
