package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.tally.domain.FirstContactResolution.Subject;
import org.junit.jupiter.api.Test;

/** Reckoned by hand. */
class FirstContactResolutionTest {

    @Test
    void returnsOnASubjectTakeAwayFromItsAnswersAndFromNoOthers() {
        // papers: 30 answered, 6 came back; schools: 12 answered, none came back; 60 first contacts
        FirstContactResolution resolution =
                FirstContactResolution.of(List.of(new Subject(30, 30, 6), new Subject(12, 12, 0)), 60);

        assertThat(resolution.resolved()).isEqualTo(BigFraction.of(36));
        assertThat(resolution.percent()).isEqualByComparingTo("60");
    }

    @Test
    void moreReturnsThanAnswersLeaveNoneAndNotLess() {
        FirstContactResolution resolution =
                FirstContactResolution.of(List.of(new Subject(3, 3, 10), new Subject(5, 5, 1)), 10);

        assertThat(resolution.resolved()).isEqualTo(BigFraction.of(4));
        assertThat(resolution.percent()).isEqualByComparingTo("40");
    }

    @Test
    void thePartsOfACommuneAddUpToTheWhole() {
        // 30 answers at two points, 7 returns somewhere: 20 and 10 answers bear 14/3 and 7/3 of them
        FirstContactResolution counter = FirstContactResolution.of(List.of(new Subject(20, 30, 7)), 25);
        FirstContactResolution phone = FirstContactResolution.of(List.of(new Subject(10, 30, 7)), 15);
        FirstContactResolution whole = FirstContactResolution.of(List.of(new Subject(30, 30, 7)), 40);

        assertThat(counter.resolved()).isEqualTo(BigFraction.of(46, 3));
        assertThat(counter.resolved().add(phone.resolved())).isEqualTo(whole.resolved());
        assertThat(whole.percent()).isEqualByComparingTo("57.5");
        assertThat(counter.percent()).isEqualTo(new BigDecimal("61.3333333333"));
    }

    @Test
    void withoutAFirstContactThereIsNoShare() {
        assertThat(FirstContactResolution.of(List.of(), 0).percent()).isNull();
        assertThat(FirstContactResolution.of(List.of(), 4).percent()).isEqualByComparingTo("0");
    }
}
