package org.capaccueil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.capaccueil.access.AccessMatrix.Column;
import org.capaccueil.access.Cell.Reach;
import org.junit.jupiter.api.Test;

/** The matrix is read as it is written, and what is wrong with it is seen. */
class AccessMatrixFileTest {

    private static final String PAGE =
            """
            | Action | While | Once finished | M | L | A | G | O | S | Ob | Op | N |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            | sign | always | closed | (commune) | own (team) | — | given | gone | commune | — | — | — |

            | Route | Action |
            |---|---|
            | `POST /plans/{id}/sign` | sign |
            """;

    private static final Route SIGN = Route.of("POST /plans/{plan}/sign");

    @Test
    void aRouteThatIsNotListedIsFound() {
        assertThat(AccessMatrix.of(PAGE).differences(Set.of(SIGN))).isEmpty();
        assertThat(AccessMatrix.of(PAGE).differences(Set.of(SIGN, Route.of("GET /plans/{id}"))))
                .containsExactly("GET /plans/{} is not in the matrix");
        Set<Route> real = new HashSet<>(AccessMatrix.written().routes().keySet());
        real.add(Route.of("POST /standards/{id}/unlisted"));
        assertThat(AccessMatrix.written().differences(real))
                .containsExactly("POST /standards/{}/unlisted is not in the matrix");
    }

    @Test
    void aLineWithoutRouteIsFound() {
        assertThat(AccessMatrix.of(PAGE).differences(Set.of()))
                .containsExactly("POST /plans/{}/sign is in the matrix and nowhere else");
        assertThat(AccessMatrix.of(PAGE.replace("| `POST /plans/{id}/sign` | sign |", ""))
                        .differences(Set.of()))
                .containsExactly("« sign » has no route");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> AccessMatrix.of(PAGE.replace("own (team)", "everywhere")))
                .hasMessageContaining("everywhere");
        assertThatThrownBy(() -> AccessMatrix.of(PAGE.replace("/sign` | sign |", "/sign` | seal |")))
                .hasMessageContaining("no action « seal »");
        assertThatThrownBy(() -> AccessMatrix.of(PAGE + "| `POST /plans/{other}/sign` | sign |\n"))
                .hasMessageContaining("two lines");
    }

    @Test
    void aCellSaysHowFarARoleReaches() {
        assertThat(cell(Column.LEAD).answer(EnumSet.of(Reach.OWN))).isEqualTo(Answer.OPENED);
        assertThat(cell(Column.LEAD).answer(EnumSet.of(Reach.TEAM))).isEqualTo(Answer.REFUSED);
        assertThat(cell(Column.LEAD).answer(EnumSet.of(Reach.COMMUNE))).isEqualTo(Answer.HIDDEN);
        assertThat(cell(Column.OTHER_AUDITOR).answer(EnumSet.of(Reach.COMMUNE))).isEqualTo(Answer.CLOSED);
        assertThat(cell(Column.MANAGER).and(cell(Column.LEADERSHIP)).answer(EnumSet.of(Reach.COMMUNE)))
                .isEqualTo(Answer.OPENED);
    }

    @Test
    void anAnswerOtherThanTheCellsIsSeen() {
        AccessMatrix.Rule rule = AccessMatrix.of(PAGE).rules().get("sign");
        Set<Answer> written = Set.of(rule.cell(Set.of(Column.MANAGER)).answer(EnumSet.of(Reach.COMMUNE)));

        assertThat(new Tried(SIGN, rule, "manager", "own team", written, 403, Answer.REFUSED, "").isAsWritten())
                .isTrue();
        assertThat(new Tried(SIGN, rule, "manager", "own team", written, 302, Answer.OPENED, ""))
                .satisfies(hole -> {
                    assertThat(hole.isAsWritten()).isFalse();
                    assertThat(hole.toString()).contains("POST /plans/{}/sign by manager on own team: OPENED (302)");
                });
    }

    private static Cell cell(Column column) {
        return AccessMatrix.of(PAGE).rules().get("sign").cells().get(column);
    }
}
