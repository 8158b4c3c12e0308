package org.capaccueil.indicator;

import java.util.List;
import java.util.Set;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * News that values of a team are late and who is to be told: written to them by the room that writes mails.
 *
 * @param series what is late, one line each: « Taux de décroché · Téléphone : mars 2027 »
 * @param recipients who sees to these series, and from the third reminder on the quality managers
 */
public record LateValues(TeamId team, String teamName, List<String> series, Set<PersonId> recipients) {

    public LateValues {
        series = List.copyOf(series);
        recipients = Set.copyOf(recipients);
    }
}
