package org.capaccueil.local;

import java.math.BigDecimal;
import java.time.Clock;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A year of invented figures for the demonstration commune: one gap, one month with too few cases, trends both ways. */
@Component
@ConditionalOnProperty("capaccueil.demonstration")
class DemonstrationFigures {

    /** No value was given for a month of these. */
    private static final int GAP = -1;

    private final Indicators indicators;
    private final Clock clock;

    DemonstrationFigures(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    void give(Actor manager, TeamId citizens, TeamId switchboard, TeamId letters) {
        series(manager, citizens, "CNT-WAIT", Channel.COUNTER, 1_000, 14, 15, 13, 14, 16, 12, 11, 12, 10, 9, 10, 8);
        share(manager, citizens, "CNT-WAIT15", Channel.COUNTER, 1_000, 68, 66, 71, 70, 64, 74, 78, 77, 82, 86, 85, 89);
        share(manager, citizens, "TEL-ANSWER", Channel.PHONE, 800, 81, 80, 83, 84, 82, 85, 86, 88, 87, 86, 88, 90);
        share(manager, switchboard, "TEL-ANSWER", Channel.PHONE, 2_500, 88, 87, 85, 86, 84, 83, 81, 78, 74, 69, 72, 76);
        share(manager, switchboard, "TEL-30S", Channel.PHONE, 2_500, 80, 79, 78, 77, 75, 76, GAP, 72, 70, 66, 68, 71);
        share(manager, letters, "MSG-5D", Channel.DIGITAL, 300, 72, 74, 73, 78, 80, 83, 82, 85, 88, 90, 91, 92);
        share(manager, letters, "MAIL-15D", Channel.MAIL, 25, 84, 88, 92, 88, 96, 92, 88, 84, 92, 96, 92, 96);
    }

    private void share(Actor manager, TeamId team, String code, Channel channel, int cases, int... percents) {
        int[] parts = new int[percents.length];
        for (int i = 0; i < percents.length; i++) {
            parts[i] = percents[i] == GAP ? GAP : percents[i] * cases / 100;
        }
        months(manager, team, code, channel, cases, parts);
    }

    private void series(Actor manager, TeamId team, String code, Channel channel, int cases, int... means) {
        int[] sums = new int[means.length];
        for (int i = 0; i < means.length; i++) {
            sums[i] = means[i] * cases;
        }
        months(manager, team, code, channel, cases, sums);
    }

    private void months(Actor manager, TeamId team, String code, Channel channel, int cases, int... parts) {
        Period month = Period.lastOver(Frequency.MONTH, PublicTime.today(clock));
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i] != GAP) {
                indicators.give(
                        manager, team, code, channel, month, BigDecimal.valueOf(parts[i]), BigDecimal.valueOf(cases));
            }
            month = month.previous();
        }
    }
}
