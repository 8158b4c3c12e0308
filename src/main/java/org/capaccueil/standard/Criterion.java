package org.capaccueil.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What is rated.
 *
 * @param channels the channels it concerns; empty when the scope is the organisation
 * @param weight share in its theme, relative to the other criteria's weights
 * @param mandatory counts by its worst channel and blocks the label below the conform threshold
 * @param evidenceFr what a team is expected to show
 * @param methods how it is checked
 * @param legalBasis the text it comes from, if any
 */
public record Criterion(
        String code,
        String titleFr,
        String titleEn,
        Set<Channel> channels,
        int weight,
        boolean mandatory,
        List<String> evidenceFr,
        List<Method> methods,
        Scope scope,
        @Nullable String legalBasis) {

    /** Whether each team answers for its channels, or the organisation answers once. */
    public enum Scope {
        UNIT,
        ORGANISATION
    }

    /** How a criterion is checked, with the letter standards files use. */
    public enum Method {
        D("Documents"),
        O("Observation"),
        I("Entretien"),
        M("Mesure"),
        S("Enquête"),
        Y("Évaluation mystère");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Where a team that opens these channels rates this criterion; empty when it does not concern the team. */
    public List<Place> placesFor(Set<Channel> open) {
        if (scope == Scope.ORGANISATION) {
            return List.of(Place.ORGANISATION);
        }
        return Arrays.stream(Channel.values())
                .filter(channel -> channels.contains(channel) && open.contains(channel))
                .map(Place::of)
                .toList();
    }
}
