package org.capaccueil.mystery.domain;

import java.util.List;
import org.capaccueil.organisation.OpenDuty;
import org.capaccueil.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits of confirmed waves that wait for their observer: the results stay sealed for all as long as they do. */
@Component
class VisitsInHand implements OpenDuty {

    private final JdbcClient jdbc;

    VisitsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(PersonId person) {
        return jdbc.sql(
                        """
                select wave.title, count(*) visits
                from mystery_visit visit join mystery_wave wave on wave.id = visit.wave_id
                where visit.observer_id = ? and visit.status in ('PLANNED', 'STARTED') and wave.status = 'UNDERWAY'
                group by wave.id, wave.title order by wave.title""")
                .param(person.value())
                .query((row, n) -> "La vague mystère « " + row.getString("title") + " » attend "
                        + (row.getInt("visits") == 1 ? "une observation" : row.getInt("visits") + " observations")
                        + " de sa part : sur la page de la vague, donnez à quelqu'un d'autre ce qui n'est pas commencé, "
                        + "déclarez le reste non fait.")
                .list();
    }
}
