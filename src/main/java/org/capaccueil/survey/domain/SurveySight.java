package org.capaccueil.survey.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.SurveyId;
import org.springframework.stereotype.Component;

/** Who sees which survey: quality managers and leadership those of their commune, a team those that ask about it. */
@Component
class SurveySight {

    private final SurveyRows surveys;
    private final SurveyWays ways;

    SurveySight(SurveyRows surveys, SurveyWays ways) {
        this.surveys = surveys;
        this.ways = ways;
    }

    /** Whether this person sees what all teams were told. */
    static boolean seesAll(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }

    static void requireTakesPart(Actor actor) {
        if (!seesAll(actor) && actor.teams().isEmpty()) {
            throw new NotAllowed("Les enquêtes sont ouvertes aux équipes d'accueil, aux référents qualité et à la "
                    + "direction de la commune.");
        }
    }

    /** A survey and the ways to it this person sees: all, or those of their teams. */
    record Seen(Survey survey, List<WayView> ways) {}

    List<Survey> visibleTo(Actor actor) {
        requireTakesPart(actor);
        List<Survey> all = surveys.findByCommuneIdOrderByFirstDayDescTitleAsc(
                actor.commune().value());
        if (seesAll(actor)) {
            return all;
        }
        Set<SurveyId> theirs = ways
                .findBySurveyIdIn(
                        all.stream().map(survey -> survey.id().value()).toList())
                .stream()
                .map(SurveyWay::view)
                .filter(way -> actor.belongsTo(way.team()))
                .map(WayView::survey)
                .collect(Collectors.toSet());
        return all.stream().filter(survey -> theirs.contains(survey.id())).toList();
    }

    Seen seen(Actor actor, SurveyId id) {
        return seen(actor, surveys.findById(id.value()).orElseThrow(NotFound::new));
    }

    Seen held(Actor actor, SurveyId id) {
        return seen(actor, surveys.hold(id.value()).orElseThrow(NotFound::new));
    }

    private Seen seen(Actor actor, Survey survey) {
        if (!survey.view().commune().equals(actor.commune())) {
            throw new NotFound();
        }
        List<WayView> seen = waysTo(survey.id()).stream()
                .filter(way -> seesAll(actor) || actor.belongsTo(way.team()))
                .toList();
        if (seen.isEmpty()) {
            throw new NotFound();
        }
        return new Seen(survey, seen);
    }

    List<WayView> waysTo(SurveyId survey) {
        return ways.findBySurveyId(survey.value()).stream()
                .map(SurveyWay::view)
                .sorted(Comparator.comparing(WayView::pointName)
                        .thenComparing(WayView::channel)
                        .thenComparing(WayView::kind))
                .toList();
    }
}
