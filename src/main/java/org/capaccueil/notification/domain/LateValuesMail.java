package org.capaccueil.notification.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.capaccueil.indicator.LateValues;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who see to a series that its values are late, and their substitutes; one mail a team. */
@Component
class LateValuesMail {

    private final Organisation organisation;
    private final Absences absences;
    private final Outbox outbox;
    private final String address;

    LateValuesMail(
            Organisation organisation,
            Absences absences,
            Outbox outbox,
            @Value("${capaccueil.public-address}") String address) {
        this.organisation = organisation;
        this.absences = absences;
        this.outbox = outbox;
        this.address = address;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(LateValues news) {
        Map<PersonId, PersonView> readers = new HashMap<>(organisation.people(news.recipients()));
        absences.substitutesToday(news.recipients())
                .values()
                .forEach(substitute -> readers.putIfAbsent(substitute.id(), substitute));
        readers.values().forEach(reader -> outbox.put(reader, subject(news), body(reader, news)));
    }

    private static String subject(LateValues news) {
        return (news.series().size() == 1
                        ? "Un indicateur attend une valeur"
                        : news.series().size() + " indicateurs attendent une valeur")
                + " – " + news.teamName();
    }

    private String body(PersonView reader, LateValues news) {
        return "Bonjour " + reader.name() + ",\n\n"
                + "Ces valeurs de l'équipe « " + news.teamName() + " » sont attendues depuis plus de 15 jours :\n\n"
                + news.series().stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
                + "\nPour les donner, ou les importer :\n  " + address + "/indicators?team=" + news.team()
                + "\n\nSans elles, l'historique garde un trou. Une nouvelle relance part dans une semaine.\n\nCap Accueil\n";
    }
}
