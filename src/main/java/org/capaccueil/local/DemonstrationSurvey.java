package org.capaccueil.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.Surveys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A closed and an open survey of the demonstration commune, each answered by some sixty invented residents. */
@Component
@ConditionalOnProperty("capaccueil.demonstration")
class DemonstrationSurvey {

    private static final int ANSWERS = 64;
    private static final int WEEKS = 10;
    private static final int SEED = 38317;
    private static final List<String> COMMENTS = List.of(
            "Un banc de plus dans la salle d'attente, et de l'ombre devant l'entrée.",
            "L'accueil est chaleureux mais le téléphone sonne longtemps avant qu'on décroche.",
            "Ouvrir une fois par semaine jusqu'à 19 heures, pour ceux qui travaillent.",
            "Très bien, on m'a expliqué deux fois sans s'impatienter.",
            "Le formulaire en ligne ne dit pas quelles pièces il faut joindre.");

    private final Surveys surveys;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemonstrationSurvey(Surveys surveys, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Most are content, some are not. */
    private static final int[] GRADES = {5, 5, 5, 4, 4, 4, 4, 4, 3, 2};

    /** A way to it, the team it asks about, and the answer to how the town hall was contacted. */
    private record Way(UUID id, UUID team, int channel) {}

    void open(CommuneId town, Set<TeamId> teams) {
        LocalDate today = PublicTime.today(clock);
        LocalDate before = today.minusWeeks(WEEKS + 1);
        surveys.close(answered(town, "Votre accueil, premier tour", teams, before.minusWeeks(WEEKS), before, today));
        answered(town, "Votre accueil, second tour", teams, today.minusWeeks(WEEKS), today, today.plusMonths(2));
    }

    /** In the weeks from one day to another. */
    private SurveyId answered(
            CommuneId town, String title, Set<TeamId> teams, LocalDate from, LocalDate to, LocalDate lastDay) {
        SurveyId survey = surveys.open(town, title, teams, from, lastDay);
        List<Way> ways = jdbc.sql(
                        """
                select id, team_id, channel from survey_way where survey_id = ? and kind in ('LINK', 'POSTER', 'KIOSK')
                order by point_name, channel, kind""")
                .param(survey.value())
                .query((row, n) -> new Way(
                        row.getObject("id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        1 + Channel.valueOf(row.getString("channel")).ordinal()))
                .list();
        Random random = new Random(SEED);
        for (int i = 0; i < ANSWERS; i++) {
            answer(ways.get(random.nextInt(ways.size())), to.minusWeeks(random.nextInt(WEEKS)), random);
        }
        for (String comment : COMMENTS) {
            jdbc.sql(
                            """
                    insert into survey_comment (id, survey_id, team_id, question, written, state)
                    values (gen_random_uuid(), ?, ?, 'comment', ?, 'RECEIVED')""")
                    .param(survey.value())
                    .param(ways.get(random.nextInt(ways.size())).team())
                    .param(comment)
                    .update();
        }
        return survey;
    }

    private void answer(Way way, LocalDate day, Random random) {
        jdbc.sql("insert into survey_answer (id, way_id, week, given) values (gen_random_uuid(), ?, ?, ?::jsonb)")
                .param(way.id())
                .param(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .param(
                        """
                        {"channel": [%d], "reason": [%d], "easy_reach": [%d], "waiting": [%d], "courtesy": [%d],
                         "clarity": [%d], "resolved": [%d], "overall": [%d]}"""
                                .formatted(
                                        way.channel(),
                                        1 + random.nextInt(6),
                                        grade(random),
                                        grade(random),
                                        grade(random),
                                        grade(random),
                                        1 + random.nextInt(4),
                                        grade(random)))
                .update();
    }

    private static int grade(Random random) {
        return GRADES[random.nextInt(GRADES.length)];
    }
}
