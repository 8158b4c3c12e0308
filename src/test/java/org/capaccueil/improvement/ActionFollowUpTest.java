package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.improvement.domain.ActionReading;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionFollowUpTest extends ImprovementStory {

    @Autowired
    ActionReading actionReading;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Test
    void anActionThatWorkedEndsAndWithItTheEvaluation() {
        signed(MINOR);
        UUID action = action().id();
        followUp.report(agent, action, version(action), 40, "Les panneaux sont commandés.");
        followUp.report(agent, action, version(action), 80, "Ils sont livrés.");
        carriedOut(action);
        assertThat(task(action)).as("nobody verifies before the review date").isNull();

        waitDays(90);
        assertThat(task(action).getTaskDefinitionKey()).isEqualTo("verifyEffectiveness");
        followUp.effective(manager, action, "Neuf visiteurs sur dix trouvent seuls.");
        assertThat(evaluations.get(evaluation).status())
                .as("whoever verifies waits for nothing")
                .isEqualTo(EvaluationStatus.OPEN);
        jobs.runAll();

        assertThat(action().status()).isEqualTo(ActionStatus.EFFECTIVE);
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(actionReading.read(agent, action).reports())
                .extracting("progress", "person")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(40, "Karim Agent"),
                        org.assertj.core.groups.Tuple.tuple(80, "Karim Agent"),
                        org.assertj.core.groups.Tuple.tuple(100, "Karim Agent"));
        assertThat(trail.of(evaluation))
                .filteredOn(line -> line.subject().startsWith("Action n° 1 · "))
                .extracting(Trail.Line::action, Trail.Line::before, Trail.Line::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Avancement", "0 %", "40 %"),
                        org.assertj.core.groups.Tuple.tuple("Avancement", "40 %", "80 %"),
                        org.assertj.core.groups.Tuple.tuple("Action réalisée", "En cours", "Réalisée, à vérifier"),
                        org.assertj.core.groups.Tuple.tuple("Action efficace", "Réalisée, à vérifier", "Efficace"));
    }

    @Test
    void anEvaluationStaysOpenWhileOneActionIs() {
        signed(MAJOR, MINOR);
        UUID first = actions().get(0).id();
        UUID second = actions().get(1).id();
        followUp.abandon(manager, first, "Le guichet ferme.");
        jobs.runAll();
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.OPEN);
        carriedOut(second);
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.OPEN);
        waitDays(90);
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.OPEN);

        followUp.effective(manager, second, "Vu sur place.");
        jobs.runAll();

        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
    }

    @Test
    void aPlanWithoutActionsIsSignedAndItsEvaluationClosesAtOnce() {
        audited(OPPORTUNITY);
        submit();
        accept();

        decisions.sign(director, evaluation, sha256());
        jobs.runAll();

        assertThat(actions()).isEmpty();
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
    }

    @Test
    void anActionWithoutEffectIsReopenedAndEndsWhenItWorks() {
        signed(MINOR);
        UUID action = action().id();
        carriedOut(action);
        waitDays(90);
        LocalDate due = today().plusDays(20);

        followUp.notEffective(manager, action, "Six visiteurs sur dix se perdent encore.", due, null);
        jobs.runAll();

        assertThat(action().status()).isEqualTo(ActionStatus.IN_PROGRESS);
        assertThat(action().reopened()).isEqualTo(1);
        Task reopened = task(action);
        assertThat(reopened.getTaskDefinitionKey()).isEqualTo("carryOutAction");
        assertThat(reopened.getAssignee()).isEqualTo(town.agent().toString());
        assertThat(reopened.getDueDate().toInstant()).isEqualTo(PublicTime.endOf(due));
        carriedOut(action);
        waitDays(80);
        followUp.effective(manager, action, "Neuf sur dix trouvent seuls.");
        jobs.runAll();
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(trail.of(evaluation))
                .filteredOn(line -> line.action().equals("Action non efficace, rouverte"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.after()).contains("En cours", "échéance");
                    assertThat(line.reason()).isEqualTo("Six visiteurs sur dix se perdent encore.");
                });
    }

    @Test
    void anActionIsAbandonedAtItsReviewWithAReason() {
        signed(MINOR);
        UUID action = action().id();
        carriedOut(action);
        waitDays(90);

        assertThatThrownBy(() -> followUp.abandonAtReview(manager, action, " ")).isInstanceOf(BusinessRefusal.class);
        followUp.abandonAtReview(manager, action, "Le service est dématérialisé.");
        jobs.runAll();

        assertThat(action().status()).isEqualTo(ActionStatus.ABANDONED);
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
    }

    @Test
    void nobodyReportsOnSomebodyElsesAction() {
        signed(MINOR);
        UUID action = action().id();
        long version = version(action);
        for (Actor other : new Actor[] {manager, director}) {
            assertThatThrownBy(() -> followUp.report(other, action, version, 50, "note"))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> followUp.carriedOut(other, action, version, "fait"))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> followUp.abandon(agent, action, "non")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> followUp.extend(lead, action, today().plusDays(60), "non"))
                .isInstanceOf(NotAllowed.class);
        Actor stranger = fixtures.actor(fixtures.town().agent());
        assertThatThrownBy(() -> followUp.report(stranger, action, version, 50, "note"))
                .isInstanceOf(NotFound.class);
        assertThat(action().progress()).isZero();
    }

    @Test
    void aLeadCarriesOutInPlaceOfTheOwnerAndThenDoesNotVerify() {
        signed(MINOR);
        UUID action = action().id();
        followUp.carriedOut(lead, action, version(action), "Fait avec l'équipe.");
        jobs.runAll();
        PersonView person = organisation.person(town.lead());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.QUALITY_MANAGER));
        waitDays(90);

        Actor leadAndManager = fixtures.actor(town.lead());
        assertThatThrownBy(() -> followUp.effective(leadAndManager, action, "Vu."))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("porté ou réalisé");
        assertThatThrownBy(() -> actionReading.readToVerify(leadAndManager, action))
                .isInstanceOf(NotAllowed.class);
        assertThat(action().status()).isEqualTo(ActionStatus.DONE);
    }

    @Test
    void whoeverReportedWorkInAnEarlierRoundDoesNotVerifyTheNext() {
        signed(MINOR);
        UUID action = action().id();
        followUp.carriedOut(lead, action, version(action), "Fait avec l'équipe.");
        jobs.runAll();
        waitDays(90);
        followUp.notEffective(manager, action, "Sans effet.", today().plusDays(30), null);
        jobs.runAll();
        carriedOut(action);
        PersonView person = organisation.person(town.lead());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.QUALITY_MANAGER));
        waitDays(90);
        Actor once = fixtures.actor(town.lead());

        assertThatThrownBy(() -> followUp.effective(once, action, "Vu.")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> actionReading.readToVerify(once, action)).isInstanceOf(NotAllowed.class);
        followUp.effective(manager, action, "Vu sur place.");
    }

    @Test
    void theOwnerDoesNotVerifyTheirOwnAction() {
        signed(MINOR);
        UUID action = action().id();
        PersonView person = organisation.person(town.agent());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.QUALITY_MANAGER));
        carriedOut(action);
        waitDays(90);
        Actor owner = fixtures.actor(town.agent());
        assertThatThrownBy(() -> followUp.effective(owner, action, "Vu.")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> followUp.notEffective(owner, action, "Non.", today().plusDays(9), null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> followUp.abandonAtReview(owner, action, "Non."))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void somebodyOfTheCommuneOutsideTheTeamSeesTheirActionAndNotTheEvaluation() {
        audited(MINOR);
        var outside =
                fixtures.person(manager.commune(), "Sami Technique", town.team().toString(), "Services techniques");
        completeAll(outside);
        submit();
        accept();
        decisions.sign(director, evaluation, sha256());
        jobs.runAll();
        Actor owner = fixtures.actor(outside);
        UUID action = action().id();

        assertThat(actionReading.read(owner, action).mayCarryOut()).isTrue();
        assertThat(actionReading.read(owner, action).seesEvaluation()).isFalse();
        assertThatThrownBy(() -> reading.read(owner, evaluation)).isInstanceOf(NotFound.class);
        followUp.report(owner, action, version(action), 10, "Commandé.");
        assertThat(action().progress()).isEqualTo(10);
    }

    @Test
    void anExtensionMovesTheTaskItsReviewAndIsInTheTrail() {
        signed(MINOR);
        UUID action = action().id();
        LocalDate before = action().due();
        LocalDate due = before.plusDays(15);

        followUp.extend(manager, action, due, "Livraison retardée.");

        assertThat(action().due()).isEqualTo(due);
        assertThat(action().reviewDate()).isEqualTo(due.plusDays(60));
        assertThat(task(action).getDueDate().toInstant()).isEqualTo(PublicTime.endOf(due));
        assertThat(trail.of(evaluation))
                .filteredOn(line -> line.action().equals("Échéance repoussée"))
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("Livraison retardée."));
        assertThatThrownBy(() -> followUp.extend(manager, action, due, "encore"))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> followUp.extend(manager, action, due.plusDays(1), ""))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> followUp.extend(manager, action, null, "pourquoi"))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void theVerificationIsAwaitedFifteenDaysAfterTheReviewDateAndNotOnThePastDueDate() {
        signed(MINOR);
        UUID action = action().id();
        carriedOut(action);
        waitDays(90);
        assertThat(task(action).getDueDate().toInstant())
                .isEqualTo(PublicTime.endOf(action().reviewDate().plusDays(15)));
    }

    @Test
    void twoReportsOnOneReadingLoseNoText() {
        signed(MINOR);
        UUID action = action().id();
        long read = version(action);
        followUp.report(agent, action, read, 30, "Commandé.");
        assertThatThrownBy(() -> followUp.report(lead, action, read, 60, "Livré."))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .extracting("saved", "yours")
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("30 %", "60 %"),
                                org.assertj.core.groups.Tuple.tuple("Commandé.", "Livré.")));
    }

    @Test
    void aStepDoneTwiceIsRefusedAndChangesNothing() {
        signed(MINOR);
        UUID action = action().id();
        long read = version(action);
        carriedOut(action);
        assertThatThrownBy(() -> followUp.carriedOut(agent, action, version(action), "encore"))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThat(read).isNotEqualTo(version(action));
        assertThatThrownBy(() -> followUp.effective(manager, action, "trop tôt"))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> followUp.abandon(manager, action, "trop tard")).isInstanceOf(StepNoLongerOpen.class);
        assertThat(action().status()).isEqualTo(ActionStatus.DONE);
    }

    @Test
    void aRefusedStepLeavesNeitherReportNorTrail() {
        signed(MINOR);
        UUID action = action().id();
        int lines = trail.of(evaluation).size();
        // the step is gone from under the action: what the domain allows, the process refuses
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(action.toString())
                .list()
                .forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));

        assertThatThrownBy(() -> followUp.carriedOut(agent, action, version(action), "fait"))
                .isInstanceOf(StepNoLongerOpen.class);

        assertThat(action().status()).isEqualTo(ActionStatus.IN_PROGRESS);
        assertThat(actionReading.read(agent, action).reports()).isEmpty();
        assertThat(trail.of(evaluation)).hasSize(lines);
    }

    @Test
    void whatIsLateIsRemindedAndStillEnds() {
        signed(MINOR);
        UUID action = action().id();
        clock.advance(Duration.ofDays(40));
        jobs.runAll();
        assertThat(plan().actions().get(0).isOverdue(today())).isTrue();

        carriedOut(action);
        waitDays(60);
        followUp.effective(manager, action, "Vu.");
        jobs.runAll();
        assertThat(evaluations.get(evaluation).status()).isEqualTo(EvaluationStatus.CLOSED);
    }

    private Task task(UUID action) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(action.toString())
                .singleResult();
    }
}
