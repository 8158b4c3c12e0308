package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.capaccueil.shared.BusinessRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of DOMAIN.md, section 3. */
class SurveyFiguresTest {

    @ParameterizedTest
    @CsvSource({"10500, 5, 371", "10500, 3, 969", "10500, 10, 96", "2000, 5, 323", "500, 5, 218", ", 5, 385", "1, 5, 1"
    })
    void aRandomSampleNeedsThisManyAnswers(Integer population, double margin, int answers) {
        assertThat(new SampleSize(population, margin).answers()).isEqualTo(answers);
    }

    @Test
    void aMarginNobodyCouldReachOrUseIsRefused() {
        assertThatThrownBy(() -> new SampleSize(100, 0)).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> new SampleSize(100, Double.NaN)).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> new SampleSize(0, 5)).isInstanceOf(BusinessRefusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"170 | 200 | 79,4 à 89,3 %", "26 | 30 | 70,3 à 94,7 %", "8 | 10 | 49,0 à 94,3 %"})
    void theIntervalIsWilsons(int satisfied, int answers, String interval) {
        assertThat(new Share(satisfied, answers).intervalInWords()).isEqualTo(interval);
    }

    @Test
    void theIntervalStaysBetweenNothingAndEverything() {
        assertThat(new Share(0, 5).lower()).isZero();
        assertThat(new Share(5, 5).upper()).isEqualByComparingTo("100");
        assertThat(new Share(5, 5).lower()).isLessThan(new java.math.BigDecimal(60));
    }
}
