package org.capaccueil.notification.domain;

import org.capaccueil.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes and sends mails once a minute. Several nodes may do it at once: each takes what no other holds. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "capaccueil.mail-rounds", matchIfMissing = true)
class MailRounds {

    private static final int MAILS_A_ROUND = 500;

    private final MailRoom mailRoom;
    private final Postman postman;

    MailRounds(MailRoom mailRoom, Postman postman) {
        this.mailRoom = mailRoom;
        this.postman = postman;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void round() {
        Scope.everything().run(this::writeAndSend);
    }

    private void writeAndSend() {
        while (mailRoom.write() > 0) {
            continue;
        }
        for (int sent = 0; sent < MAILS_A_ROUND && postman.sendNext(); sent++) {
            continue;
        }
    }
}
