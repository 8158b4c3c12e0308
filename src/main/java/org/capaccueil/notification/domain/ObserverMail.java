package org.capaccueil.notification.domain;

import org.capaccueil.mystery.ObserverNews;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.PublicTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells observers what became of their visits: them alone, nobody observes in another's place. */
@Component
class ObserverMail {

    private final Organisation organisation;
    private final Outbox outbox;
    private final String address;

    ObserverMail(Organisation organisation, Outbox outbox, @Value("${capaccueil.public-address}") String address) {
        this.organisation = organisation;
        this.outbox = outbox;
        this.address = address;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(ObserverNews news) {
        organisation
                .people(news.observers())
                .values()
                .forEach(reader -> outbox.put(reader, subject(news), body(reader, news)));
    }

    private static String subject(ObserverNews news) {
        return switch (news.occasion()) {
                    case CONFIRMED -> "Des observations vous sont confiées";
                    case MOVED -> "Une de vos observations est nouvelle ou déplacée";
                    case TAKEN_BACK -> "Une observation ne vous est plus confiée";
                    case ENDING -> "Il vous reste des observations à faire";
                } + " – « " + news.wave() + " »";
    }

    private String body(PersonView reader, ObserverNews news) {
        String days = "du " + PublicTime.inWords(news.firstDay()) + " au " + PublicTime.inWords(news.lastDay());
        return "Bonjour " + reader.name() + ",\n\n"
                + "Vague d'évaluation mystère « " + news.wave() + " », " + days + " :\n"
                + switch (news.occasion()) {
                    case CONFIRMED -> "elle est confirmée, et des observations vous y sont confiées.";
                    case MOVED -> "une observation vous y est confiée, ou a changé de moment.";
                    case TAKEN_BACK -> "une observation qui vous y était confiée l'est maintenant à quelqu'un d'autre.";
                    case ENDING ->
                        "elle finit le " + PublicTime.inWords(news.lastDay())
                                + ", et il vous reste des observations à rendre ou à déclarer non faites.";
                }
                + "\n\nCe qu'il y a à faire, et quand :\n  " + address + "/mystery"
                + "\n\nGardez-le pour vous : ni les lieux, ni les jours, ni les demandes ne sont annoncés.\n\n"
                + "Cap Accueil\n";
    }
}
