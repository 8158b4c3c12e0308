package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanProposal;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.improvement.domain.PrintView;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.SystemScope;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

class PlanSigningTest extends ImprovementStory {

    @Test
    void thePlanOpensWithOneActionForEachNonconformityAndNoneForAnOpportunity() {
        audited(MAJOR, MINOR, OPPORTUNITY);

        assertThat(evaluations.get(evaluation).phase()).isEqualTo(Phase.ACTION_PLAN);
        assertThat(actions()).hasSize(2).allSatisfy(action -> {
            assertThat(action.status()).isEqualTo(ActionStatus.PROPOSED);
            assertThat(action.title()).startsWith("Mettre en conformité : ");
            assertThat(action.finding()).isNotNull();
        });
    }

    @Test
    void aPlanIsProposedReviewedPrintedAndSigned() throws Exception {
        printed(MAJOR, MINOR);
        PrintView print = plan().print();
        byte[] stored = reading.pdf(director, evaluation, print);

        decisions.sign(director, evaluation, print.sha256());
        jobs.runAll();

        Signature signature = plans.summary(evaluation).orElseThrow().signature();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
        assertThat(signature.sha256()).isEqualTo(sha256);
        assertThat(signature.report()).isEqualTo(print.report());
        assertThat(signature.name()).isEqualTo("Philippe Direction");
        assertThat(signature.capacity()).isEqualTo("Directeur général des services");
        assertThat(reading.pdf(director, evaluation, plan().print())).isEqualTo(stored);
        assertThat(plan().prints()).hasSize(1);
        assertThat(evaluations.get(evaluation).phase()).isEqualTo(Phase.FOLLOW_UP);
        assertThat(actions()).allSatisfy(action -> assertThat(action.status()).isEqualTo(ActionStatus.IN_PROGRESS));
        assertThat(trailActions())
                .containsSubsequence(
                        "Plan d'action ouvert",
                        "Plan d'action soumis",
                        "Plan d'action accepté",
                        "PDF du plan établi",
                        "Plan d'action signé",
                        "Plan signé figé",
                        "Suivi ouvert");
    }

    @Test
    void theSignatureKeepsNameAndCapacityAsTheyWereAndTheFileAsItWas() {
        signed(MINOR);
        byte[] before = reading.pdf(director, evaluation, plan().print());

        PersonView person = organisation.person(town.leadership());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                "Philippe Autrement",
                person.email(),
                "Retraité",
                person.roles());

        Signature signature = plans.summary(evaluation).orElseThrow().signature();
        assertThat(signature.name()).isEqualTo("Philippe Direction");
        assertThat(signature.capacity()).isEqualTo("Directeur général des services");
        assertThat(reading.pdf(director, evaluation, plan().print())).isEqualTo(before);
    }

    @Test
    void aReturnedPlanIsReworkedAndSubmittedAgain() {
        audited(MINOR);
        completeAll(town.agent());
        submit();

        decisions.giveBack(manager, evaluation, plan().state().version(), "La cause n'est pas la bonne.");
        jobs.runAll();

        assertThat(plan().state().status()).isEqualTo(PlanStatus.PROPOSING);
        assertThat(plan().state().returned().note()).isEqualTo("La cause n'est pas la bonne.");
        assertThat(lines("Plan d'action à reprendre")).singleElement().satisfies(line -> assertThat(line.reason())
                .isEqualTo("La cause n'est pas la bonne."));
        completeAll(town.agent());
        submit();
        accept();
        assertThat(plan().state().status()).isEqualTo(PlanStatus.TO_SIGN);
        assertThat(plan().state().edition()).isEqualTo(1);
    }

    @Test
    void aPlanSentBackByLeadershipGetsANewPdfAndTheOldOneStays() {
        printed(MINOR);
        PrintView first = plan().print();
        byte[] firstBytes = reading.pdf(director, evaluation, first);

        decisions.sendBack(director, evaluation, first.sha256(), "Trop tard pour l'été.");
        jobs.runAll();
        assertThat(plan().state().status()).isEqualTo(PlanStatus.PROPOSING);
        assertThat(plan().print()).isNull();
        completeAll(town.agent());
        submit();
        accept();

        PlanView plan = plan();
        assertThat(plan.state().edition()).isEqualTo(2);
        assertThat(plan.prints()).extracting(PrintView::edition).containsExactly(1, 2);
        assertThat(plan.print().report()).isNotEqualTo(first.report());
        assertThat(plan.print().sha256()).isNotEqualTo(first.sha256());
        assertThat(reading.pdf(director, evaluation, first)).isEqualTo(firstBytes);
        assertThat(lines("Plan d'action renvoyé par la direction"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.before()).contains(first.sha256());
                    assertThat(line.reason()).isEqualTo("Trop tard pour l'été.");
                });
        String old = first.sha256();
        assertThatThrownBy(() -> decisions.sign(director, evaluation, old))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("nouveau PDF");
        assertThat(plan().state().signature()).isNull();
    }

    @Test
    void anIncompletePlanIsNotSubmitted() {
        audited(MINOR);
        assertThatThrownBy(this::submit)
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("points restent à traiter");
        assertThat(plan().state().status()).isEqualTo(PlanStatus.PROPOSING);
        proposing.remove(lead, evaluation, action().id());
        assertThatThrownBy(this::submit).hasMessageContaining("un point reste à traiter");
    }

    @Test
    void onlyLeadsProposeOnlyQualityManagersReviewAndOnlyLeadershipSigns() {
        audited(MINOR);
        UUID action = action().id();
        for (Actor other : List.of(agent, manager, director)) {
            assertThatThrownBy(() -> proposing.save(other, evaluation, action, 0, complete(town.agent())))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> proposing.submit(other, evaluation, 0)).isInstanceOf(NotAllowed.class);
        }
        completeAll(town.agent());
        submit();
        long version = plan().state().version();
        for (Actor other : List.of(agent, lead, director)) {
            assertThatThrownBy(() -> decisions.accept(other, evaluation, version, ""))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> decisions.giveBack(other, evaluation, version, "non"))
                    .isInstanceOf(NotAllowed.class);
        }
        accept();
        String sha256 = sha256();
        for (Actor other : List.of(agent, lead, manager)) {
            assertThatThrownBy(() -> decisions.sign(other, evaluation, sha256)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> decisions.sendBack(other, evaluation, sha256, "non"))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(plan().state().status()).isEqualTo(PlanStatus.TO_SIGN);
    }

    @Test
    void anotherCommuneSeesNothing() {
        printed(MINOR);
        var elsewhere = fixtures.town();
        UUID action = action().id();
        Actor stranger = fixtures.actor(elsewhere.leadership());
        Actor strangeManager = fixtures.actor(elsewhere.manager());
        String sha256 = sha256();
        assertThatThrownBy(() -> reading.read(stranger, evaluation)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.sign(stranger, evaluation, sha256)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.accept(strangeManager, evaluation, 0, ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> followUp.abandon(strangeManager, action, "non"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theAuditorReadsThePlanAndDecidesNothing() {
        printed(MINOR);
        Actor auditor = fixtures.actor(town.auditor());
        String sha256 = sha256();
        assertThat(reading.read(auditor, evaluation).actions()).hasSize(1);
        assertThatThrownBy(() -> decisions.sign(auditor, evaluation, sha256)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoReviewedThePlanCannotSignItEvenWithBothRoles() {
        printed(MINOR);
        PersonView person = organisation.person(town.manager());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.QUALITY_MANAGER, Role.LEADERSHIP));
        Actor both = fixtures.actor(town.manager());
        String sha256 = sha256();

        assertThatThrownBy(() -> decisions.sign(both, evaluation, sha256))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez relu ce plan");
        assertThat(plan().state().signature()).isNull();
    }

    @Test
    void whoeverWordedOneActionNeitherReviewsNorSignsEvenWhenAnotherLeadSubmitted() {
        audited(MINOR);
        completeAll(town.agent());
        PersonId second =
                fixtures.person(manager.commune(), "Anne Adjointe", town.team().toString(), "Adjointe");
        register.enrol(manager, town.team(), second, true);
        proposing.submit(fixtures.actor(second), evaluation, plan().state().version());
        jobs.runAll();
        Actor worded = withRoles(town.lead(), Role.QUALITY_MANAGER, Role.LEADERSHIP);

        assertThatThrownBy(() ->
                        decisions.accept(worded, evaluation, plan().state().version(), ""))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez proposé ce plan");
        accept();
        String sha256 = sha256();
        assertThatThrownBy(() -> decisions.sign(worded, evaluation, sha256))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez proposé ce plan");
        decisions.sign(director, evaluation, sha256);
    }

    @Test
    void whoeverAuditedTheTeamDecidesNothingEvenOnceInTheCommunesOffices() {
        audited(MINOR);
        completeAll(town.agent());
        submit();
        jobs.runAll();
        PersonId moved =
                fixtures.person(manager.commune(), "Hélène Ici", town.team().toString(), "Directrice");
        jdbc.sql("update audit set auditor_id = ? where evaluation_id = ?")
                .param(moved.value())
                .param(evaluation.value())
                .update();
        Actor auditor = withRoles(moved, Role.QUALITY_MANAGER, Role.LEADERSHIP);

        assertThatThrownBy(() ->
                        decisions.accept(auditor, evaluation, plan().state().version(), ""))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez audité cette équipe");
        accept();
        String sha256 = sha256();
        assertThatThrownBy(() -> decisions.sign(auditor, evaluation, sha256))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez audité cette équipe");
        assertThatThrownBy(() -> decisions.sendBack(auditor, evaluation, sha256, "Non."))
                .isInstanceOf(NotAllowed.class);
        decisions.sign(director, evaluation, sha256);
        jobs.runAll();
        UUID action = action().id();
        carriedOut(action);
        waitDays(90);
        assertThatThrownBy(() -> followUp.effective(auditor, action, "Vu.")).isInstanceOf(NotAllowed.class);
        followUp.effective(manager, action, "Vu sur place.");
    }

    private Actor withRoles(PersonId id, Role... roles) {
        PersonView person = organisation.person(id);
        register.changePerson(
                manager,
                id,
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(roles));
        return fixtures.actor(id);
    }

    @Test
    void twoSignaturesAtOnceLeaveOne() throws Exception {
        printed(MINOR);
        Actor second = fixtures.actor(
                fixtures.person(director.commune(), "Anne Élue", town.team().toString(), "Maire", Role.LEADERSHIP));
        String sha256 = sha256();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = SystemScope.threads(2);
        List<Future<String>> results;
        try {
            results =
                    threads.invokeAll(List.of(signing(director, sha256, together), signing(second, sha256, together)));
        } finally {
            threads.shutdown();
        }

        List<String> ends = new java.util.ArrayList<>();
        for (Future<String> result : results) {
            try {
                ends.add(result.get());
            } catch (ExecutionException refused) {
                assertThat(refused.getCause())
                        .isInstanceOfAny(StepNoLongerOpen.class, ConcurrencyFailureException.class);
            }
        }
        assertThat(ends).hasSize(1);
        assertThat(plan().state().signature().name()).isEqualTo(ends.get(0));
        assertThat(lines("Plan d'action signé")).hasSize(1);
        jobs.runAll();
        assertThat(evaluations.get(evaluation).phase()).isEqualTo(Phase.FOLLOW_UP);
    }

    private Callable<String> signing(Actor actor, String sha256, CyclicBarrier together) {
        return () -> {
            together.await();
            decisions.sign(actor, evaluation, sha256);
            return actor.name();
        };
    }

    @Test
    void aDecisionOnAPlanReadBeforeItWasReworkedIsRefused() {
        audited(MINOR);
        completeAll(town.agent());
        submit();
        long read = plan().state().version();
        decisions.giveBack(manager, evaluation, read, "À revoir.");
        jobs.runAll();
        submit();

        assertThatThrownBy(() -> decisions.accept(manager, evaluation, read, ""))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("a changé");
        assertThat(plan().state().status()).isEqualTo(PlanStatus.IN_REVIEW);
    }

    @Test
    void aSignedPlanNeverChanges() {
        signed(MINOR);
        UUID action = action().id();
        long version = version(action);
        assertThatThrownBy(() -> proposing.save(lead, evaluation, action, version, complete(town.agent())))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> proposing.remove(lead, evaluation, action)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> proposing.add(lead, evaluation, "ACC-1")).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(this::submit).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void twoLeadsOnOneActionLoseNoText() {
        audited(MINOR);
        ActionView seenByBoth = plan().actions().get(0);
        UUID action = seenByBoth.action().id();
        PlanProposal first = complete(town.agent());
        PlanProposal second = complete(town.lead());
        proposing.save(lead, evaluation, action, seenByBoth.version(), first);

        assertThatThrownBy(() -> proposing.save(lead, evaluation, action, seenByBoth.version(), second))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .extracting("label", "saved", "yours")
                        .contains(
                                org.assertj.core.groups.Tuple.tuple("Intitulé", first.title(), second.title()),
                                org.assertj.core.groups.Tuple.tuple(
                                        "Responsable", "Karim Agent", "Éloïse Responsable")));
        assertThat(action().title()).isEqualTo(first.title());
    }

    @Test
    void anOpportunityAndAnIdeaOfTheTeamBecomeActionsWhenWanted() {
        audited(OPPORTUNITY);
        UUID opportunity = plan().findings().get(0).id();

        proposing.addFor(lead, evaluation, opportunity);
        proposing.add(lead, evaluation, "ACC-2");

        assertThat(actions()).extracting(ActionPlans.Action::number).containsExactly(1, 2);
        assertThat(actions().get(0).finding()).isEqualTo(opportunity);
        assertThat(actions().get(1).finding()).isNull();
        assertThatThrownBy(() -> proposing.add(lead, evaluation, "RIEN"))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("criterion"));
        assertThatThrownBy(() -> proposing.addFor(lead, evaluation, UUID.randomUUID()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anActionIsGivenOnlyToSomebodyOfTheTeamOrTheCommune() {
        audited(MINOR);
        ActionView view = plan().actions().get(0);
        PlanProposal foreign = complete(town.auditor());
        assertThatThrownBy(() -> proposing.save(lead, evaluation, view.action().id(), view.version(), foreign))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("owner"));
    }

    @Test
    void anActionDueAfterTheClosingOfTheCampaignHoldsThePlanBack() {
        audited(MINOR);
        completeAll(town.agent());
        ActionView view = plan().actions().get(0);
        LocalDate closing =
                evaluations.campaign(evaluations.get(evaluation).campaign()).closingDate();
        PlanProposal complete = complete(town.agent());
        proposing.save(
                lead,
                evaluation,
                view.action().id(),
                view.version(),
                new PlanProposal(
                        complete.title(),
                        complete.cause(),
                        complete.whys(),
                        complete.expectedEffect(),
                        complete.owner(),
                        closing.plusDays(1),
                        null));
        assertThatThrownBy(this::submit).isInstanceOf(BusinessRefusal.class);
        assertThat(plan().check().gaps()).singleElement().satisfies(gap -> assertThat(gap.sentence())
                .contains("clôture"));
    }

    private List<String> trailActions() {
        return trail.of(evaluation).stream().map(Trail.Line::action).toList();
    }

    private List<Trail.Line> lines(String action) {
        return trail.of(evaluation).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }
}
