package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Place;
import org.junit.jupiter.api.Test;

class PointsTest {

    private final Points points = new Points(Map.of(
            Channel.COUNTER, List.of("Mairie", "Annexe sud"),
            Channel.PHONE, List.of("Standard"),
            Channel.OUTREACH, List.of("Les Minotiers", "Taillefer", "Grand Galet", "Moulins"),
            Channel.MAIL, List.of("a", "b", "c", "d", "e")));

    @Test
    void aChannelIsNamedWithThePointsItIsOpenAt() {
        assertThat(points.at(Place.COUNTER)).isEqualTo("au guichet (Mairie, Annexe sud)");
        assertThat(points.at(Place.OUTREACH)).endsWith("(Les Minotiers, Taillefer, Grand Galet et 1 autre point)");
        assertThat(points.at(Place.MAIL)).endsWith("(a, b, c et 2 autres points)");
        assertThat(points.at(Stream.of(Place.COUNTER, Place.PHONE)))
                .isEqualTo("au guichet (Mairie, Annexe sud) et au téléphone (Standard)");
    }

    @Test
    void whatIsNoChannelOrOpenNowhereIsNamedAlone() {
        assertThat(points.at(Place.ORGANISATION)).isEqualTo("pour l'organisation");
        assertThat(points.at(Place.DIGITAL)).isEqualTo(Place.DIGITAL.phrase());
        assertThat(new Points(Map.of()).at(Place.COUNTER)).isEqualTo("au guichet");
    }
}
