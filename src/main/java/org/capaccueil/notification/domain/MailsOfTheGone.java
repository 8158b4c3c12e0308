package org.capaccueil.notification.domain;

import org.capaccueil.organisation.PersonAnonymised;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A mail names its reader: none outlives the name in the register, whatever the periods are set to. */
@Component
class MailsOfTheGone {

    private final JdbcClient jdbc;

    MailsOfTheGone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void delete(PersonAnonymised news) {
        jdbc.sql("delete from mail where person_id = ?")
                .param(news.person().value())
                .update();
    }
}
