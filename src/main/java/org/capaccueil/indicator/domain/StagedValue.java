package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.util.UUID;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way in, plausible by itself.
 *
 * @param source null where the file says none: the series' own
 */
record StagedValue(
        int line,
        UUID series,
        int edition,
        TeamId team,
        Channel channel,
        Period period,
        BigDecimal part,
        @Nullable BigDecimal base,
        @Nullable String source,
        @Nullable String note) {}
