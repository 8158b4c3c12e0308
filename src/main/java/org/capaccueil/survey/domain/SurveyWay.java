package org.capaccueil.survey.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveyPlan.Place;

/**
 * One way to a survey: a channel of a point, what leads there, and the short code in its address. It stays as it is, but for
 * the name of its point, which is looked up anew when a survey that is not open yet is changed.
 */
@Entity
class SurveyWay {

    @Id
    private UUID id;

    private UUID surveyId;
    private UUID teamId;
    private UUID pointId;
    private String pointName;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private WayKind kind;

    private String code;

    protected SurveyWay() {}

    SurveyWay(SurveyId survey, TeamView team, PointView point, Channel channel, WayKind kind) {
        this.id = UUID.randomUUID();
        this.surveyId = survey.value();
        this.teamId = team.id().value();
        this.pointId = point.id();
        this.pointName = point.name();
        this.channel = channel;
        this.kind = kind;
        this.code = ShortCode.random();
    }

    boolean leads(Place place, WayKind through) {
        return place.equals(new Place(pointId, channel)) && kind == through;
    }

    /** What its point is called by now. */
    void name(PointView point) {
        pointName = point.name();
    }

    WayView view() {
        return new WayView(id, new SurveyId(surveyId), new TeamId(teamId), pointId, pointName, channel, kind, code);
    }
}
