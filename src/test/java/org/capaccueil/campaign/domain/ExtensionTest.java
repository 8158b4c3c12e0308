package org.capaccueil.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.capaccueil.campaign.domain.CampaignTest.DUE;
import static org.capaccueil.campaign.domain.CampaignTest.refusesAt;

import java.time.LocalDate;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.Phase;
import org.junit.jupiter.api.Test;

class ExtensionTest {

    @Test
    void laterPhasesStayWhereTheyAreWhenTheyStillFollow() {
        LocalDate day = DUE.audit().minusDays(1);

        assertThat(Extension.of(DUE, Phase.SELF_ASSESSMENT, day)).isEqualTo(DUE.with(Phase.SELF_ASSESSMENT, day));
    }

    @Test
    void laterPhasesThatWouldComeFirstArePushedToTheSameDay() {
        LocalDate day = DUE.actionPlan().plusDays(5);

        Deadlines moved = Extension.of(DUE, Phase.SELF_ASSESSMENT, day);

        assertThat(moved).isEqualTo(new Deadlines(DUE.collection(), day, day, day, DUE.followUp()));
        moved.requireInOrder();
    }

    @Test
    void aDeadlineIsNeverKeptOrBroughtForward() {
        refusesAt("day", () -> Extension.of(DUE, Phase.AUDIT, DUE.audit()));
        refusesAt("day", () -> Extension.of(DUE, Phase.AUDIT, DUE.audit().minusDays(1)));
    }

    @Test
    void theRefusalNamesTheCurrentDeadline() {
        assertThatThrownBy(() -> Extension.of(DUE, Phase.AUDIT, DUE.audit())).hasMessageContaining("7 mai 2027");
    }

    @Test
    void aYearTypedWrongIsRefused() {
        refusesAt("day", () -> Extension.of(DUE, Phase.AUDIT, LocalDate.of(20277, 1, 1)));
    }
}
