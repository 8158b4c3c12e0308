package org.capaccueil.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.shared.StandardVersionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextNameTest {

    @ParameterizedTest
    @CsvSource({
        "Accueil 2027, 12, Accueil 2028",
        "2027 : accueil 2027, 12, 2028 : accueil 2027",
        "Accueil 2027, 24, Accueil 2029",
        "Accueil du printemps, 12, Accueil du printemps – cycle 2028",
        "Accueil 12027, 12, Accueil 12027 – cycle 2028",
        "Accueil 2027, 6, Accueil 2027 – 2",
        "Accueil 2027 – 2, 6, Accueil 2027 – 3"
    })
    void theNextCyclesNameCarriesItsYear(String name, int months, String next) {
        CampaignPlan plan = new CampaignPlan(
                name,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                StandardVersionId.random(),
                Set.of(),
                CampaignTest.DUE,
                LocalDate.of(2027, 12, 17),
                months,
                null);

        assertThat(NextName.after(CampaignTest.draft(plan).view())).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"120", "118", "112"})
    void aLongNameStaysWithinWhatACampaignMayBeCalled(int length) {
        CampaignPlan plan = new CampaignPlan(
                "x".repeat(length),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                StandardVersionId.random(),
                Set.of(),
                CampaignTest.DUE,
                LocalDate.of(2027, 12, 17),
                12,
                null);
        Campaign campaign = CampaignTest.draft(plan);

        String next = NextName.after(campaign.view());

        assertThat(next).hasSizeLessThanOrEqualTo(120).endsWith("– cycle 2028");
    }
}
