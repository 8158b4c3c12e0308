package org.capaccueil.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    private final PersonId someone = PersonId.random();

    @Test
    void anAuditorFromElsewhereMayAudit() {
        PersonView person = Sample.auditor(someone, Sample.NEIGHBOUR);

        assertThat(Sample.independence(person).against(person)).isEmpty();
        assertThatCode(() -> Sample.independence(person).requireOf(someone)).doesNotThrowAnyException();
    }

    @Test
    void aMemberAndALeadOfTheTeamMayNot() {
        PersonView member = Sample.auditor(Sample.MEMBER, Sample.HOME);
        PersonView lead = Sample.auditor(Sample.LEAD, Sample.HOME);

        assertThat(Sample.independence(member).against(member)).containsExactly("fait partie de l'équipe à auditer");
        assertThat(Sample.independence(lead).against(lead)).containsExactly("dirige l'équipe à auditer");
    }

    @Test
    void whoeverTookPartInTheSelfAssessmentMayNot() {
        PersonView person = Sample.auditor(someone, Sample.NEIGHBOUR);

        assertThat(new Independence(Sample.team(), Set.of(someone), Set.of(), List.of(person)).against(person))
                .containsExactly("a pris part à l'autoévaluation de l'équipe");
    }

    @Test
    void theReviewingQualityManagerAndTheLeadershipOfTheCommuneMayNot() {
        PersonView manager = Sample.auditor(someone, Sample.HOME, Role.QUALITY_MANAGER);
        PersonView leadership = Sample.auditor(someone, Sample.HOME, Role.LEADERSHIP);

        assertThat(Sample.independence(manager).against(manager))
                .singleElement()
                .asString()
                .contains("relit");
        assertThat(Sample.independence(leadership).against(leadership))
                .singleElement()
                .asString()
                .contains("autorité hiérarchique");
    }

    @Test
    void theQualityManagerAndTheLeadershipOfAnotherCommuneMay() {
        PersonView person = Sample.auditor(someone, Sample.NEIGHBOUR, Role.QUALITY_MANAGER, Role.LEADERSHIP);

        assertThat(Sample.independence(person).against(person)).isEmpty();
    }

    @Test
    void whoeverSteppedAsideIsNotAskedAgain() {
        PersonView person = Sample.auditor(someone, Sample.NEIGHBOUR);

        assertThat(new Independence(Sample.team(), Set.of(), Set.of(someone), List.of(person)).against(person))
                .containsExactly("s'est déjà récusé pour cet audit");
    }

    @Test
    void everyReasonIsGivenNotJustTheFirst() {
        PersonView person = Sample.auditor(Sample.LEAD, Sample.HOME, Role.LEADERSHIP);

        assertThatThrownBy(() -> Sample.independence(person).requireOf(Sample.LEAD))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("dirige")
                .hasMessageContaining("autorité")
                .hasMessageContaining("Choisissez une autre personne");
    }

    @Test
    void somebodyWithoutTheRoleIsNotInTheList() {
        PersonView person =
                new PersonView(someone, Sample.NEIGHBOUR, "c", "Paul", null, "Agent", Set.of(Role.AGENT), null, 0);

        assertThatThrownBy(() -> Sample.independence(person).requireOf(someone))
                .hasMessageContaining("rôle « Auditeur »");
        assertThatThrownBy(() -> Sample.independence().requireOf(someone)).hasMessageContaining("de la liste");
    }
}
