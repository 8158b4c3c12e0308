package org.capaccueil.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.audit.domain.Sample.Known;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.junit.jupiter.api.Test;

/** Every rule on its own: somebody against whom nothing speaks, and the one fact that speaks against them. */
class IndependenceTest {

    private final PersonId someone = PersonId.random();
    private final PersonId other = PersonId.random();
    private final PersonView auditor = Sample.auditor(someone, Sample.NEIGHBOUR);
    private final Known known = new Known();

    IndependenceTest() {
        known.lent.add(someone);
    }

    @Test
    void anAuditorWhomTheirCommuneLendsMayAudit() {
        assertThat(known.about(auditor).against(auditor)).isEmpty();
        assertThatCode(() -> known.about(auditor).requireOf(someone)).doesNotThrowAnyException();
        assertThatCode(() -> known.about(auditor).requireStillOf(someone)).doesNotThrowAnyException();
    }

    @Test
    void anAuditorOfTheCommuneMayAuditThereWithoutBeingLent() {
        PersonView own = Sample.auditor(someone, Sample.HOME);
        known.lent.clear();

        assertThat(known.about(own).against(own)).isEmpty();
    }

    @Test
    void anAuditorWhomTheirCommuneDoesNotLendIsNeitherShownNorChosen() {
        known.lent.clear();

        assertOnly(IndependenceRule.LENT, auditor, "n'est pas prêté");
        assertThat(known.about(auditor).atHand()).isEmpty();
        assertThatThrownBy(() -> known.about(auditor).requireOf(someone)).hasMessageContaining("de la liste");
        assertThatCode(() -> known.about(auditor).requireStillOf(someone))
                .as("an audit under way goes on when they are taken back")
                .doesNotThrowAnyException();
    }

    @Test
    void whoeverIsAwayIsNotChosenButGoesOn() {
        known.away.put(someone, LocalDate.of(2027, 3, 12));

        assertOnly(IndependenceRule.AVAILABLE, auditor, "n'est pas disponible jusqu'au 12 mars 2027");
        assertThatThrownBy(() -> known.about(auditor).requireOf(someone)).hasMessageContaining("12 mars 2027");
        assertThatCode(() -> known.about(auditor).requireStillOf(someone)).doesNotThrowAnyException();
    }

    @Test
    void aMemberAndALeadOfTheTeamMayNot() {
        assertOnly(
                IndependenceRule.OUTSIDE_THE_TEAM,
                Sample.auditor(Sample.MEMBER, Sample.HOME),
                "fait partie de l'équipe à auditer");
        assertOnly(
                IndependenceRule.OUTSIDE_THE_TEAM,
                Sample.auditor(Sample.LEAD, Sample.HOME),
                "dirige l'équipe à auditer");
    }

    @Test
    void whoeverLeftTheTeamDuringThePeriodMayNot() {
        known.during.add(other);
        assertThat(known.about(auditor).against(auditor)).isEmpty();
        known.during.add(someone);

        assertOnly(IndependenceRule.OUTSIDE_THE_TEAM, auditor, "pendant la période évaluée");
    }

    @Test
    void whoeverStandsInForSomebodyOfTheTeamMayNot() {
        known.substitutes.add(someone);

        assertOnly(
                IndependenceRule.REPLACES_NOBODY_IN_IT,
                auditor,
                "remplace une personne qui intervient dans cette évaluation (équipe, référent qualité ou direction)");
    }

    @Test
    void whoeverIsAboveAMemberHoweverFarMayNot() {
        known.above.put(Sample.MEMBER, List.of(Sample.LEAD, other));
        assertThat(known.about(auditor).against(auditor)).isEmpty();
        known.above.put(Sample.MEMBER, List.of(Sample.LEAD, other, someone));

        assertOnly(IndependenceRule.NO_LINE_OF_AUTHORITY, auditor, "autorité, directement ou non, sur Karim Haddad");
    }

    @Test
    void whoeverIsBelowALeadMayNotButBelowAMemberMay() {
        known.above.put(someone, List.of(Sample.MEMBER));
        assertThat(known.about(auditor).against(auditor)).isEmpty();
        known.above.put(someone, List.of(other, Sample.LEAD));

        assertOnly(IndependenceRule.NO_LINE_OF_AUTHORITY, auditor, "sous l'autorité de Éloïse Bœuf");
    }

    @Test
    void theLeadershipOfTheCommuneMayNotThatOfAnotherMay() {
        assertOnly(
                IndependenceRule.NO_LINE_OF_AUTHORITY,
                Sample.auditor(someone, Sample.HOME, Role.LEADERSHIP),
                "autorité hiérarchique");
        PersonView elsewhere = Sample.auditor(someone, Sample.NEIGHBOUR, Role.LEADERSHIP);
        assertThat(known.about(elsewhere).against(elsewhere)).isEmpty();
    }

    @Test
    void whoeverHelpedMayNot() {
        known.help.put(other, "a pris part à l'autoévaluation de l'équipe");
        assertThat(known.about(auditor).against(auditor)).isEmpty();
        known.help.put(someone, "a pris part à l'autoévaluation de l'équipe");

        assertOnly(IndependenceRule.HELPED_WITH_NOTHING, auditor, "a pris part à l'autoévaluation");
    }

    @Test
    void whoeverAuditedTheTeamTwiceInARowMakesRoom() {
        known.lastAuditors.add(someone);
        assertThat(known.about(auditor).against(auditor)).as("once").isEmpty();
        known.lastAuditors.add(other);
        assertThat(known.about(auditor).against(auditor))
                .as("once, and another before")
                .isEmpty();
        known.lastAuditors.set(1, someone);

        assertOnly(IndependenceRule.ROTATION, auditor, "aux deux cycles précédents");
    }

    @Test
    void theReviewingQualityManagerAndWhoeverChoosesMayNot() {
        assertOnly(
                IndependenceRule.DECIDES_NOTHING,
                Sample.auditor(someone, Sample.HOME, Role.QUALITY_MANAGER),
                "relit lui-même");
        PersonView elsewhere = Sample.auditor(someone, Sample.NEIGHBOUR, Role.QUALITY_MANAGER);
        assertThat(known.about(elsewhere).against(elsewhere)).isEmpty();
        known.chooser = someone;

        assertOnly(IndependenceRule.DECIDES_NOTHING, elsewhere, "se désigner soi-même");
    }

    @Test
    void whoeverSteppedAsideIsNotAskedAgain() {
        known.setAside.add(someone);

        assertOnly(IndependenceRule.STILL_WANTED, auditor, "s'est déjà récusé");
    }

    @Test
    void whoeverLostTheRoleCannotGoOn() {
        PersonView person =
                new PersonView(someone, Sample.NEIGHBOUR, "c", "Paul", null, "Agent", Set.of(Role.AGENT), null, 0);

        assertOnly(IndependenceRule.IN_OFFICE, person, "n'a pas le rôle");
        assertThatThrownBy(() -> known.about(person).requireOf(someone)).hasMessageContaining("rôle « Auditeur »");
        assertThatThrownBy(() -> known.about().requireOf(someone)).hasMessageContaining("de la liste");
        assertThatThrownBy(() -> known.about(person).requireStillOf(someone)).hasMessageContaining("Récusez-vous");
    }

    @Test
    void everyReasonIsGivenNotJustTheFirst() {
        PersonView person = Sample.auditor(Sample.LEAD, Sample.HOME, Role.LEADERSHIP);

        assertThatThrownBy(() -> known.about(person).requireOf(Sample.LEAD))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("dirige")
                .hasMessageContaining("autorité")
                .hasMessageContaining("Choisissez une autre personne");
    }

    @Test
    void everyRuleIsSaidInWordsAndOnlyBeingAtHandMayEndWhileAnAuditRuns() {
        assertThat(IndependenceRule.values())
                .allSatisfy(rule -> assertThat(rule.title()).isNotBlank());
        assertThat(EnumSet.allOf(IndependenceRule.class))
                .filteredOn(rule -> !rule.isLasting())
                .containsExactly(IndependenceRule.LENT, IndependenceRule.AVAILABLE);
    }

    private void assertOnly(IndependenceRule rule, PersonView person, String words) {
        assertThat(known.about(person).against(person)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.rule()).isEqualTo(rule);
            assertThat(obstacle.words()).contains(words);
        });
        if (rule.isLasting()) {
            assertThatThrownBy(() -> known.about(person).requireStillOf(person.id()))
                    .hasMessageContaining(words);
        }
    }
}
