package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a hand in proposing a plan. Beside the plan and not in it: leads who save at once do not meet on its row. */
@Component
class PlanAuthors {

    private final JdbcClient jdbc;

    PlanAuthors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(EvaluationId plan, PersonId person) {
        jdbc.sql("insert into action_plan_author (evaluation_id, person_id) values (?, ?) on conflict do nothing")
                .param(plan.value())
                .param(person.value())
                .update();
    }

    List<PersonId> of(EvaluationId plan) {
        return jdbc.sql("select person_id from action_plan_author where evaluation_id = ?")
                .param(plan.value())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
