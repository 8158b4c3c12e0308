package org.capaccueil.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about surveys of residents. */
public interface Surveys {

    /** How long one asks at most. */
    int LONGEST_DAYS = 366;

    /**
     * Opens a survey that asks the residents of these teams, on every channel and in every way, what the commune asks now:
     * its latest published questionnaire, or the shipped one.
     *
     * @param firstDay today or earlier
     * @param lastDay at most {@link #LONGEST_DAYS} after it
     */
    SurveyId open(CommuneId commune, String title, Set<TeamId> teams, LocalDate firstDay, LocalDate lastDay);

    /** Closes it, unless it is closed already. */
    void close(SurveyId survey);

    /** The surveys that asked about this team on any of these days, the oldest first, with what is shown of each. */
    List<SurveySheet> sheet(TeamId team, LocalDate from, LocalDate to);

    /** Deletes the free texts of surveys that were closed before this moment; their figures stay. */
    int forgetCommentsOfSurveysClosedBefore(Instant moment);
}
