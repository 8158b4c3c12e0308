package org.capaccueil.mystery.domain;

import java.sql.Timestamp;
import java.time.Instant;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.shared.PublicTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MysteriesKept implements Mysteries {

    private final JdbcClient jdbc;

    MysteriesKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public int forgetRemarksOfWavesOpenedBefore(Instant moment) {
        return jdbc.sql(
                        """
                update mystery_visit set remark = null, remark_shown = null, remark_state = 'RECEIVED'
                where remark is not null and wave_id in (
                    select id from mystery_wave
                    where opened_at < ? or (opened_at is null and last_day < ?))""")
                .param(Timestamp.from(moment))
                .param(PublicTime.dayOf(moment))
                .update();
    }
}
