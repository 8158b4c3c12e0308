package org.capaccueil.survey.domain;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.survey.SurveyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts answers where they lie, by {@link Week#month() the month of their week}. */
@Component
class AnswerCounts {

    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final JdbcClient jdbc;

    AnswerCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int collected(SurveyId survey) {
        return jdbc.sql(
                        """
                select count(*) from survey_answer join survey_way way on way.id = way_id where way.survey_id = ?""")
                .param(survey.value())
                .query(Integer.class)
                .single();
    }

    List<Atom> atoms(SurveyId survey, String overall) {
        return jdbc.sql(
                        """
                select way.team_id, way.point_id, way.channel, way.kind, date_trunc('month', answer.week + 3)::date month_begins,
                       count(*) answers, count(*) filter (where (answer.given -> ? ->> 0)::int >= ?) satisfied
                from survey_answer answer join survey_way way on way.id = answer.way_id
                where way.survey_id = ? and answer.given -> ? is not null
                group by 1, 2, 3, 4, 5""")
                .param(overall)
                .param(Share.SATISFIED_FROM)
                .param(survey.value())
                .param(overall)
                .query((row, n) -> new Atom(
                        row.getObject("team_id", UUID.class),
                        row.getObject("point_id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        WayKind.valueOf(row.getString("kind")),
                        YearMonth.from(row.getDate("month_begins").toLocalDate()),
                        row.getInt("answers"),
                        row.getInt("satisfied")))
                .list();
    }

    /**
     * How often each option of a question was chosen.
     *
     * @param answered by how many the question was
     */
    record Counts(int answered, Map<Integer, Integer> chosen) {}

    /**
     * By the code of the question.
     *
     * @param through the last month that counts; null for all
     */
    Map<String, Counts> chosen(SurveyId survey, @Nullable YearMonth through) {
        Map<String, Map<Integer, Integer>> chosen = new TreeMap<>();
        Map<String, Integer> answered = new TreeMap<>();
        jdbc.sql(
                        """
                select question.key question, option.number::int option_number, count(*) times,
                       count(*) filter (where option.at = 1) firsts
                from survey_answer answer join survey_way way on way.id = answer.way_id
                cross join jsonb_each(answer.given) question
                cross join jsonb_array_elements_text(question.value) with ordinality option (number, at)
                where way.survey_id = ? and answer.week + 3 < ?
                group by 1, 2""")
                .param(survey.value())
                .param(Date.valueOf(
                        through == null ? NEVER : through.plusMonths(1).atDay(1)))
                .query(row -> {
                    String question = row.getString("question");
                    chosen.computeIfAbsent(question, code -> new TreeMap<>())
                            .put(row.getInt("option_number"), row.getInt("times"));
                    answered.merge(question, row.getInt("firsts"), Integer::sum);
                });
        Map<String, Counts> counts = new TreeMap<>();
        chosen.forEach((question, options) -> counts.put(question, new Counts(answered.get(question), options)));
        return counts;
    }
}
