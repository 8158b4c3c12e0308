package org.capaccueil.survey.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The surveys of a team, those of teams it took over included, with the release in force of each. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TeamSurveys {

    private final SurveyWays ways;
    private final SurveyRows surveys;
    private final Results results;
    private final Organisation organisation;

    TeamSurveys(SurveyWays ways, SurveyRows surveys, Results results, Organisation organisation) {
        this.ways = ways;
        this.surveys = surveys;
        this.results = results;
        this.organisation = organisation;
    }

    /**
     * One survey.
     *
     * @param ways those that lead to the team
     * @param release nothing while nothing is shown
     */
    record Asked(SurveyView survey, List<WayView> ways, Optional<Release> release) {

        boolean isRandom() {
            return survey.hasMargin(
                    release.map(one -> one.whole().answers()).orElse(0),
                    ways.stream().map(WayView::kind).toList());
        }

        Optional<Share> whole() {
            return together(Margin.POINT, way -> way.point().toString());
        }

        /** What is shown of one channel; several teams that were merged count together. */
        Optional<Share> on(Channel channel) {
            Set<String> cells = ways.stream()
                    .map(way -> Margin.teamChannel(way.team().value(), channel))
                    .collect(Collectors.toSet());
            return release.flatMap(one -> one.together(Margin.TEAM_CHANNEL, cells));
        }

        private Optional<Share> together(Margin margin, Function<WayView, String> key) {
            Set<String> keys = ways.stream().map(key).collect(Collectors.toSet());
            return release.flatMap(one -> one.together(margin, keys));
        }

        /** The last day the release covers: a month's weeks end with it, or a few days later. */
        LocalDate covered() {
            LocalDate last = survey.lastAnswered();
            return release.map(Release::through)
                    .map(month -> Week.lastDayOf(month))
                    .filter(day -> day.isBefore(last))
                    .orElse(last);
        }
    }

    /** Those that took answers on any of these days, the oldest first. */
    List<Asked> between(TeamId team, LocalDate from, LocalDate to) {
        return ways
                .findByTeamIdIn(
                        organisation.inHandsOf(team).stream().map(TeamId::value).toList())
                .stream()
                .map(SurveyWay::view)
                .collect(Collectors.groupingBy(WayView::survey))
                .entrySet()
                .stream()
                .flatMap(one -> asked(one.getKey(), one.getValue(), from, to))
                .sorted(Comparator.comparing((Asked one) -> one.survey().lastAnswered())
                        .thenComparing(one -> one.survey().title()))
                .toList();
    }

    /** A release is reckoned with care, so only of a survey that matters. */
    private Stream<Asked> asked(SurveyId id, List<WayView> theirs, LocalDate from, LocalDate to) {
        SurveyView survey = surveys.findById(id.value()).orElseThrow().view();
        return survey.isPrepared()
                        || survey.firstDay().isAfter(to)
                        || survey.lastAnswered().isBefore(from)
                ? Stream.empty()
                : Stream.of(new Asked(survey, theirs, results.release(survey)));
    }
}
