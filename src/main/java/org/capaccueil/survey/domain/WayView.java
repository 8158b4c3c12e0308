package org.capaccueil.survey.domain;

import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;

/** A way to a survey as pages and posters show it. */
public record WayView(
        UUID id,
        SurveyId survey,
        TeamId team,
        UUID point,
        String pointName,
        Channel channel,
        WayKind kind,
        String code) {

    /** « Guichet citoyen, téléphone ». */
    public String place() {
        return pointName + ", " + channel.title().toLowerCase(java.util.Locale.FRENCH);
    }
}
