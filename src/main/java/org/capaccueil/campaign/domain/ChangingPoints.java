package org.capaccueil.campaign.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.PointChanged;
import org.capaccueil.shared.PublicTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An evaluation keeps the points and channels it was opened on; when they change it says so. */
@Component
class ChangingPoints {

    private final Evaluations evaluations;
    private final TeamChanges changes;
    private final Clock clock;

    ChangingPoints(Evaluations evaluations, TeamChanges changes, Clock clock) {
        this.evaluations = evaluations;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(PointChanged news) {
        LocalDate today = PublicTime.today(clock);
        String what = news.happened() + " le " + PublicTime.inWords(today) + " : l'évaluation garde ses canaux.";
        evaluations
                .openInHandsOf(news.team())
                .forEach(evaluation -> changes.note(news.actor(), evaluation.id(), today, what, "", null));
    }
}
