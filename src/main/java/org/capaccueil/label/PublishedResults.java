package org.capaccueil.label;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;

/** The results communes have signed and published, as they were then; no team is in them by name, and no person. */
public interface PublishedResults {

    /**
     * What one campaign came to, by its final audits: exact points from 0 to 100. Teams weigh by their yearly contacts, as
     * in the commune's score.
     *
     * @param teams how many teams the scores stand on
     * @param themes by the code of the theme; a theme nobody was rated on is absent
     * @param channels the same for the channels
     */
    record Result(
            CommuneId commune,
            StandardVersionId standard,
            LocalDate periodEnd,
            int teams,
            BigFraction total,
            Map<String, BigFraction> themes,
            Map<Channel, BigFraction> channels) {}

    /** Of these communes, the latest published first. */
    List<Result> of(Collection<CommuneId> communes);
}
