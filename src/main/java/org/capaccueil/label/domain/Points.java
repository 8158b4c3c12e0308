package org.capaccueil.label.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Place;

/**
 * The reception points a team receives at, channel by channel, and who answers for the organisation, so that a sentence
 * about a place says where to go. A team rates a channel once for all its points.
 */
record Points(Map<Channel, List<String>> open, Answering organisation) {

    /** Of a team that answers for the organisation as well. */
    Points(Map<Channel, List<String>> open) {
        this(open, Answering.OWN);
    }

    /** A sentence with more names is no longer read. */
    private static final int MOST_NAMED = 3;

    static Points of(List<PointView> points, Answering organisation) {
        Map<Channel, List<String>> open = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            open.put(
                    channel,
                    points.stream()
                            .filter(point -> point.channels().contains(channel))
                            .map(PointView::name)
                            .toList());
        }
        return new Points(open, organisation);
    }

    /** « au guichet (Mairie, Annexe sud) ». */
    String at(Place place) {
        List<String> names = names(place);
        return names.isEmpty() ? place.phrase() : place.phrase() + " (" + named(names) + ")";
    }

    /** The same where brackets are open already: « au guichet, Mairie, Annexe sud ». */
    String withinBrackets(Place place) {
        List<String> names = names(place);
        return names.isEmpty() ? place.phrase() : place.phrase() + ", " + named(names);
    }

    private List<String> names(Place place) {
        Channel channel = place.channel();
        return channel == null ? List.of() : open.getOrDefault(channel, List.of());
    }

    private static String named(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " et " + more
                        + (more == 1 ? " autre point" : " autres points");
    }

    /** What follows the name of a criterion the auditor left unrated at these places. */
    String notRated(List<Place> places) {
        return places.contains(Place.ORGANISATION)
                ? organisation.notRated()
                : " n'est pas coté par l'auditeur " + at(places.stream()) + " : la cotation est à compléter.";
    }

    /** « au guichet (Mairie), au téléphone (Standard) et par courrier (Mairie) ». */
    String at(Stream<Place> places) {
        return Wording.listed(places.map(this::at).toList());
    }
}
