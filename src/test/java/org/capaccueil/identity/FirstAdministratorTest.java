package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.capaccueil.organisation.AdmissionRefused;
import org.capaccueil.organisation.Admissions;
import org.capaccueil.organisation.Admissions.Account;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** How anybody comes into an installation in which nobody is known. */
@ApplicationTest
@TestPropertySource(
        properties = {
            "capaccueil.first-administrator.email=aline.premiere@metropole.example",
            "capaccueil.first-administrator.name=Aline Première",
            "capaccueil.first-administrator.commune=Le Pont-de-Claix",
            "capaccueil.first-administrator.insee-code=38317",
            "capaccueil.first-administrator.population=11000"
        })
class FirstAdministratorTest {

    private static final String EMAIL = "aline.premiere@metropole.example";

    @Autowired
    FirstAdministrator administrator;

    @Autowired
    Organisation organisation;

    @Autowired
    Admissions admissions;

    @Test
    void theFirstStartRecordsTheCommuneAndWhoSetsItUp() {
        PersonView first = organisation.byEmail(EMAIL).orElseThrow();

        assertThat(first.name()).isEqualTo("Aline Première");
        assertThat(first.communeName()).isEqualTo("Le Pont-de-Claix");
        assertThat(first.roles()).containsExactlyInAnyOrder(Role.QUALITY_MANAGER, Role.OPERATOR);
        assertThat(organisation.communes()).hasSize(1);
    }

    @Test
    void anInstallationThatHasACommuneStaysAsItIsAtEveryLaterStart() {
        administrator.record();

        assertThat(organisation.communes()).hasSize(1);
        assertThat(organisation.peopleOf(organisation.communes().get(0).id())).hasSize(1);
    }

    @Test
    void theAccountOfThatVerifiedAddressIsThisPersonAndNoOtherIs() {
        Set<Role> roles = Set.of(Role.QUALITY_MANAGER, Role.OPERATOR);
        assertThatThrownBy(() -> admissions.admit(
                        new Account("somebody-else", "Aline Première", EMAIL, false, null, null, roles)))
                .isInstanceOf(AdmissionRefused.class);

        assertThat(admissions.admit(new Account("first", "Aline Première", EMAIL, true, null, null, roles)))
                .isEqualTo(organisation.byEmail(EMAIL).orElseThrow().id());
        assertThat(organisation
                        .actor(organisation.byEmail(EMAIL).orElseThrow().id())
                        .roles())
                .isEqualTo(roles);
    }
}
