package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchWordsTest {

    private final FrenchWords words = at("2027-03-12T13:32:00Z");

    private static FrenchWords at(String now) {
        return new FrenchWords(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-12, aujourd’hui",
        "2027-03-13, demain",
        "2027-03-14, dans 2 jours",
        "2027-03-11, en retard de 1 jour",
        "2027-03-10, en retard de 2 jours",
        "2027-06-12, dans 3 mois",
        "2030-03-12, dans 3 ans"
    })
    void aDueDateSaysHowFarAwayItIs(LocalDate due, String said) {
        assertThat(words.distance(due)).isEqualTo(said);
    }

    @Test
    void theFirstOfAMonthIsWrittenAsFrenchDoes() {
        assertThat(words.day(LocalDate.of(2027, 3, 1))).isEqualTo("1er mars 2027");
        assertThat(words.day(LocalDate.of(2027, 3, 11))).isEqualTo("11 mars 2027");
    }

    @Test
    void aMomentIsToldInTheTimeOfTheCommune() {
        assertThat(words.moment(Instant.parse("2027-07-31T22:05:00Z"))).isEqualTo("1er août 2027 à 0 h 05");
    }

    @Test
    void aDueDateTurnsLateAtMidnightInParisNotInLondon() {
        LocalDate due = LocalDate.of(2027, 3, 12);
        assertThat(at("2027-03-12T22:59:59Z").isLate(due)).isFalse();
        assertThat(at("2027-03-12T23:00:00Z").isLate(due)).isTrue();
    }

    @Test
    void soonIsFiveDaysAheadAndNeverBehind() {
        assertThat(words.isSoon(LocalDate.of(2027, 3, 17))).isTrue();
        assertThat(words.isSoon(LocalDate.of(2027, 3, 18))).isFalse();
        assertThat(words.isSoon(LocalDate.of(2027, 3, 11))).isFalse();
    }

    @Test
    void elapsedTimeIsInTheUnitPeopleCountIn() {
        assertThat(words.since(Instant.parse("2027-03-12T13:31:30Z"))).isEqualTo("depuis moins d’une minute");
        assertThat(words.since(Instant.parse("2027-03-12T13:31:00Z"))).isEqualTo("depuis 1 minute");
        assertThat(words.ago(Instant.parse("2027-03-12T08:00:00Z"))).isEqualTo("il y a 5 heures");
        assertThat(words.ago(Instant.parse("2027-03-09T08:00:00Z"))).isEqualTo("il y a 3 jours");
    }

    @Test
    void aNumberIsNeverRoundedUpToTheThresholdItMisses() {
        assertThat(words.number(new BigDecimal("74.96"))).isEqualTo("74,9");
        assertThat(words.number(75.0)).isEqualTo("75");
        assertThat(words.number(12500)).isEqualTo("12\u00a0500");
    }

    @Test
    void aTargetIsSaidWithTheDecimalsItHasUpToTwo() {
        assertThat(words.figure(new BigDecimal("85.25"))).isEqualTo("85,25");
        assertThat(words.figure(new BigDecimal("85.50"))).isEqualTo("85,5");
        assertThat(words.figure(new BigDecimal("85"))).isEqualTo("85");
    }

    @Test
    void aSizeIsInTheUnitOfTheFileManager() {
        assertThat(words.size(812 * 1024)).isEqualTo("812 Ko");
        assertThat(words.size(20L * 1024 * 1024)).isEqualTo("20 Mo");
    }
}
