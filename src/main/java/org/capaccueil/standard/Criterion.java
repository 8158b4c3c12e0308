package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What is rated.
 *
 * @param channels the channels it concerns; empty when it is rated as a whole
 * @param weight share in its theme, relative to the other criteria's weights
 * @param mandatory counts by its worst place and blocks the label below the conform threshold
 * @param notApplicableAllowed whether a team may answer « sans objet », as far as the scale allows it
 * @param appliesTo the teams it concerns
 * @param levelMinimums points the criterion needs for a level and all above, where it needs more than its weight says
 * @param evidenceFr what a team is expected to show
 * @param methods how it is checked
 * @param measuredBy the codes of the indicators whose figures speak for it
 * @param legalBasis the text it comes from, if any
 * @param note where its wording comes from, if that needs saying
 */
public record Criterion(
        String code,
        String titleFr,
        @Nullable String titleEn,
        Set<Channel> channels,
        int weight,
        boolean mandatory,
        boolean notApplicableAllowed,
        Applicability appliesTo,
        Map<LabelLevel, BigDecimal> levelMinimums,
        List<String> evidenceFr,
        List<Method> methods,
        List<String> measuredBy,
        Scope scope,
        @Nullable String legalBasis,
        @Nullable String note) {

    /** Whether each team answers for its channels, or the organisation answers once. */
    public enum Scope {
        UNIT("unit", "Équipe"),
        ORGANISATION("organisation", "Organisation");

        private final String code;
        private final String title;

        Scope(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /** How a criterion is checked, with the letter standards files use. */
    public enum Method {
        D("Documents", null),
        O("Observation", null),
        I("Entretien", null),
        M("Mesure", null),
        S("Enquête", "CSAT"),
        Y("Évaluation mystère", "MYST");

        private final String title;
        private final @Nullable String indicator;

        Method(String title, @Nullable String indicator) {
            this.title = title;
            this.indicator = indicator;
        }

        public String title() {
            return title;
        }
    }

    /**
     * The codes of the indicators that speak for this criterion: those it names, else those its methods always mean,
     * satisfied residents for a survey and the mark of a mystery evaluation.
     */
    Stream<String> spokenForBy() {
        return measuredBy.isEmpty()
                ? methods.stream().map(method -> method.indicator).filter(Objects::nonNull)
                : measuredBy.stream();
    }

    /** The points this criterion needs for a level: the most that it or a level below asks for. */
    public Optional<BigDecimal> minimumFor(LabelLevel level) {
        return levelMinimums.entrySet().stream()
                .filter(minimum -> minimum.getKey().compareTo(level) <= 0)
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    Criterion judgedAs(Criterion other) {
        return new Criterion(
                code,
                titleFr,
                titleEn,
                channels,
                other.weight,
                other.mandatory,
                notApplicableAllowed,
                appliesTo,
                other.levelMinimums,
                evidenceFr,
                methods,
                measuredBy,
                scope,
                legalBasis,
                note);
    }

    /** Where a team rates this criterion; empty when it does not concern the team. */
    List<Place> placesFor(TeamScope scope, Scale scale) {
        if (!appliesTo.includes(scope.channels())) {
            return List.of();
        }
        if (this.scope == Scope.ORGANISATION) {
            return scope.organisation() ? List.of(Place.ORGANISATION) : List.of();
        }
        if (!scale.facets().isEmpty()) {
            return scale.facets();
        }
        if (channels.isEmpty()) {
            return List.of(Place.TEAM);
        }
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        channels.contains(channel) && scope.channels().contains(channel))
                .map(Place::of)
                .toList();
    }
}
