package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;

/** More time for a phase; the phases after it are pushed along so that the order holds. */
final class Extension {

    private Extension() {}

    static Deadlines of(Deadlines deadlines, Phase phase, LocalDate day) {
        CampaignPlan.requireSensible("day", day);
        if (!day.isAfter(deadlines.of(phase))) {
            throw new BusinessRefusal(
                    "day",
                    "La nouvelle échéance doit être après l'actuelle, le " + PublicTime.inWords(deadlines.of(phase))
                            + ". Une échéance se repousse, elle ne s'avance pas.");
        }
        Deadlines moved = deadlines.with(phase, day);
        for (Phase later : Phase.values()) {
            if (later.compareTo(phase) > 0 && moved.of(later).isBefore(day)) {
                moved = moved.with(later, day);
            }
        }
        return moved;
    }
}
