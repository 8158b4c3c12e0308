package org.capaccueil.survey.domain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Surveys and the ways to them, as far as this person sees them. */
@Service
@Transactional(readOnly = true)
public class SurveyReading {

    private final SurveySight sight;
    private final Questionnaires questionnaires;
    private final Organisation organisation;
    private final Clock clock;

    SurveyReading(SurveySight sight, Questionnaires questionnaires, Organisation organisation, Clock clock) {
        this.sight = sight;
        this.questionnaires = questionnaires;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * A survey with what it asks and its ways.
     *
     * @param missed whether it was to open by itself, and its days went by
     */
    public record Sheet(
            SurveyView survey,
            QuestionnaireView questionnaire,
            QuestionnaireText text,
            List<WayView> ways,
            boolean missed) {

        public WayView poster(UUID id) {
            return ways(WayKind.POSTER).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /** Point by point, in the order of the ways. */
        public List<PointWays> points() {
            return ways.stream()
                    .collect(Collectors.groupingBy(WayView::point, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(all -> new PointWays(all.get(0).point(), all.get(0).pointName(), all))
                    .toList();
        }

        public List<WayView> ways(WayKind kind) {
            return ways.stream().filter(way -> way.kind() == kind).toList();
        }
    }

    /** A point with all that leads to the survey there. */
    public record PointWays(UUID point, String name, List<WayView> ways) {}

    /** Refuses whoever has nothing to do with surveys. */
    public void requireTakesPart(Actor actor) {
        SurveySight.requireTakesPart(actor);
    }

    public List<SurveyView> list(Actor actor) {
        return sight.visibleTo(actor).stream().map(Survey::view).toList();
    }

    public Sheet sheet(Actor actor, SurveyId id) {
        Seen seen = sight.seen(actor, id);
        SurveyView survey = seen.survey().view();
        Questionnaire asked = questionnaires.findById(survey.questionnaire()).orElseThrow();
        return new Sheet(
                survey, asked.view(), asked.text(), seen.ways(), survey.hasMissedItsDays(PublicTime.today(clock)));
    }

    /** The teams whose points a survey may ask about. */
    public List<TeamView> teams(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return organisation.teamsOf(actor.commune()).stream()
                .filter(team -> team.active() && !team.points().isEmpty())
                .toList();
    }
}
