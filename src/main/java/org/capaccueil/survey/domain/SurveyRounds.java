package org.capaccueil.survey.domain;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.PublicTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What surveys need without anybody: a beginning on their first day and an end on their last, and that nothing stays which need not. */
@Component
@ConditionalOnProperty(name = "capaccueil.survey-rounds", matchIfMissing = true)
class SurveyRounds {

    private static final Logger log = LoggerFactory.getLogger(SurveyRounds.class);

    private final SurveyRows surveys;
    private final SurveyDesk desk;
    private final AnswerMixing mixing;
    private final Clock clock;

    SurveyRounds(SurveyRows surveys, SurveyDesk desk, AnswerMixing mixing, Clock clock) {
        this.surveys = surveys;
        this.desk = desk;
        this.mixing = mixing;
        this.clock = clock;
    }

    @Scheduled(cron = "0 7/15 * * * *", zone = "Europe/Paris")
    void round() {
        Scope.everything().run(() -> {
            mixing.shake();
            mixing.sweep();
            surveys.due(PublicTime.today(clock)).forEach(id -> each(id, desk::openDue));
            surveys.openPast(PublicTime.today(clock)).forEach(id -> each(id, desk::closeOver));
        });
    }

    /** One survey that cannot go on holds up no other. */
    private static void each(UUID id, Consumer<UUID> step) {
        try {
            step.accept(id);
        } catch (RuntimeException fault) {
            log.error("survey {} stays as it is until the next round", id, fault);
        }
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
    void night() {
        Scope.everything().run(mixing::shakeThoroughly);
    }
}
