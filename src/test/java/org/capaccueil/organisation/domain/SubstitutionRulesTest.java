package org.capaccueil.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may stand in for whom, and when. */
class SubstitutionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 3);
    private static final CommuneId HOME = CommuneId.random();

    private final PersonView absent = person(HOME, "Éloïse Bœuf", Role.LEADERSHIP);
    private final PersonView substitute = person(HOME, "Karim Haddad");

    @Test
    void anybodyOfTheCommuneWhoIsThereMayStandInFromTodayOnForAYear() {
        assertThatCode(() -> require(plan(TODAY, TODAY))).doesNotThrowAnyException();
        assertThatCode(() -> require(plan(TODAY, TODAY.plusYears(1)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-02, 2027-05-05, firstDay, est passé",
        "2027-05-05, 2027-05-04, lastDay, avant le premier",
        "2027-05-03, 2028-05-04, lastDay, un an au plus"
    })
    void daysThatCannotBeAreRefusedAtTheirField(LocalDate first, LocalDate last, String field, String words) {
        assertThatThrownBy(() -> require(plan(first, last))).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.sentence()).contains(words);
        });
    }

    @Test
    void missingDaysAreAskedFor() {
        assertRefused("firstDay", new SubstitutionPlan(substitute.id(), null, TODAY, null));
        assertRefused("lastDay", new SubstitutionPlan(substitute.id(), TODAY, null, null));
        assertRefused("reason", new SubstitutionPlan(substitute.id(), TODAY, TODAY, "x".repeat(301)));
    }

    @Test
    void nobodyStandsInForThemselvesNorForAnotherCommune() {
        assertThatThrownBy(
                        () -> new SubstitutionRules(absent, absent, List.of(), TODAY).require(plan(TODAY, TODAY), null))
                .hasMessageContaining("une autre personne");
        PersonView neighbour = person(CommuneId.random(), "Hélène Loin");
        assertThatThrownBy(() ->
                        new SubstitutionRules(absent, neighbour, List.of(), TODAY).require(plan(TODAY, TODAY), null))
                .hasMessageContaining("même commune");
    }

    @Test
    void twoSubstitutesNeverStandInForOnePersonOnOneDay() {
        PersonView other = person(HOME, "Nadia Autre");
        SubstitutionView before = substitution(absent, other, TODAY, TODAY.plusDays(4));

        assertThatThrownBy(() -> require(plan(TODAY.plusDays(4), TODAY.plusDays(8)), before))
                .hasMessageContaining("déjà confié à Nadia Autre");
        assertThatCode(() -> require(plan(TODAY.plusDays(5), TODAY.plusDays(8)), before))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(plan(TODAY, TODAY), ended(before)))
                .as("one that was ended counts no more")
                .doesNotThrowAnyException();
    }

    @Test
    void aSubstituteWhoIsAwayThemselvesIsRefusedSinceNothingLentIsPassedOn() {
        PersonView other = person(HOME, "Nadia Autre");
        SubstitutionView away = substitution(substitute, other, TODAY.plusDays(3), TODAY.plusDays(9));

        assertThatThrownBy(() -> require(plan(TODAY, TODAY.plusDays(3)), away))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("substitute"))
                .hasMessageContaining("ne se transmet pas");
        assertThatCode(() -> require(plan(TODAY, TODAY.plusDays(2)), away)).doesNotThrowAnyException();
    }

    @Test
    void anAuditorOrOperatorAndNothingElseLendsNothing() {
        assertThat(SubstitutionRules.unlendable(person(HOME, "Aud", Role.AUDITOR), false))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("indépendance est vérifiée"));
        assertThat(SubstitutionRules.unlendable(person(HOME, "Op", Role.OPERATOR), false))
                .isPresent();
        assertThat(SubstitutionRules.unlendable(person(HOME, "Aud", Role.AUDITOR), true))
                .isEmpty();
        assertThat(SubstitutionRules.unlendable(person(HOME, "Both", Role.AUDITOR, Role.LEADERSHIP), false))
                .isEmpty();
    }

    @Test
    void whatHasBegunKeepsItsPersonAndFirstDayAndWhatIsOverDoesNotChange() {
        Substitution running =
                new Substitution(absent.id(), plan(TODAY.minusDays(2), TODAY.plusDays(2)), absent.id(), Instant.now());

        running.change(plan(TODAY.minusDays(2), TODAY.plusDays(9)), TODAY);
        assertThat(running.view("", "").lastDay()).isEqualTo(TODAY.plusDays(9));
        assertThatThrownBy(() -> running.change(plan(TODAY, TODAY.plusDays(9)), TODAY))
                .hasMessageContaining("a commencé");
        assertThatThrownBy(() -> running.change(
                        new SubstitutionPlan(PersonId.random(), TODAY.minusDays(2), TODAY.plusDays(9), null), TODAY))
                .hasMessageContaining("a commencé");

        running.end(TODAY, Instant.now());
        assertThat(running.view("", "").state(TODAY)).isEqualTo(SubstitutionView.State.OVER);
        assertThatThrownBy(() -> running.end(TODAY, Instant.now())).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> running.change(plan(TODAY.minusDays(2), TODAY.plusDays(9)), TODAY))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void itRunsFromTheFirstDayToTheLastIncluded() {
        SubstitutionView week = substitution(absent, substitute, TODAY, TODAY.plusDays(4));

        assertThat(week.state(TODAY.minusDays(1))).isEqualTo(SubstitutionView.State.COMING);
        assertThat(week.state(TODAY)).isEqualTo(SubstitutionView.State.RUNNING);
        assertThat(week.state(TODAY.plusDays(4))).isEqualTo(SubstitutionView.State.RUNNING);
        assertThat(week.state(TODAY.plusDays(5))).isEqualTo(SubstitutionView.State.OVER);
    }

    private void assertRefused(String field, SubstitutionPlan plan) {
        assertThatThrownBy(() -> require(plan))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }

    private void require(SubstitutionPlan plan, SubstitutionView... known) {
        new SubstitutionRules(absent, substitute, List.of(known), TODAY).require(plan, null);
    }

    private SubstitutionPlan plan(LocalDate first, LocalDate last) {
        return new SubstitutionPlan(substitute.id(), first, last, null);
    }

    private static SubstitutionView substitution(PersonView absent, PersonView by, LocalDate first, LocalDate last) {
        return new SubstitutionView(
                UUID.randomUUID(), absent.id(), absent.name(), by.id(), by.name(), first, last, null, null, 0);
    }

    private static SubstitutionView ended(SubstitutionView one) {
        return new SubstitutionView(
                one.id(),
                one.absent(),
                one.absentName(),
                one.substitute(),
                one.substituteName(),
                one.firstDay(),
                one.lastDay(),
                null,
                Instant.now(),
                1);
    }

    private static PersonView person(CommuneId commune, String name, Role... roles) {
        return new PersonView(PersonId.random(), commune, "Commune", name, null, "Agent", Set.of(roles), null, 0);
    }
}
