package org.capaccueil.improvement.domain;

import java.util.List;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.OpenDuty;
import org.capaccueil.organisation.PersonAnonymised;
import org.capaccueil.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person who leaves still has to do in action plans, and the name their progress notes keep. */
@Component
class ActionsInHand implements OpenDuty {

    private final JdbcClient jdbc;

    ActionsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(PersonId person) {
        return jdbc.sql(
                        """
                select action.number, action.title, evaluation.team_name
                from improvement_action action join evaluation on evaluation.id = action.evaluation_id
                where action.owner_id = ? and action.status in ('PROPOSED', 'IN_PROGRESS') and evaluation.status = 'OPEN'
                order by evaluation.team_name, action.number""")
                .param(person.value())
                .query((row, n) -> "L'action n° " + row.getInt("number") + " « " + row.getString("title")
                        + " » de l'équipe « " + row.getString("team_name")
                        + " » lui est confiée : il faut d'abord que le responsable de l'équipe la reprenne et la "
                        + "réalise, ou que le référent qualité l'abandonne.")
                .list();
    }

    /** A signed plan and its PDF keep the names they were signed with; the running notes do not. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forgetTheName(PersonAnonymised news) {
        jdbc.sql("update action_progress set person_name = ? where person_id = ?")
                .param(Departures.SOMEBODY_GONE)
                .param(news.person().value())
                .update();
    }
}
