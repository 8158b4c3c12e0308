package org.capaccueil.improvement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.domain.ActionFollowUp;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanProposal;
import org.capaccueil.improvement.domain.PlanProposing;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.AuditedEvaluation;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the stories of this room share: people, a team whose audit is over, and the ordinary steps from there. */
@ApplicationTest
abstract class ImprovementStory {

    static final FindingDraft MAJOR = finding(FindingKind.MAJOR, "Rien ne mène au guichet.");
    static final FindingDraft MINOR = finding(FindingKind.MINOR, "Les horaires affichés sont ceux de l'an passé.");
    static final FindingDraft OPPORTUNITY =
            finding(FindingKind.OPPORTUNITY, "Un accueil en langue des signes aiderait.");

    private static final AtomicInteger NTH = new AtomicInteger();

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedEvaluation audited;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    Evaluations evaluations;

    @Autowired
    PlanReading reading;

    @Autowired
    PlanProposing proposing;

    @Autowired
    PlanDecisions decisions;

    @Autowired
    ActionFollowUp followUp;

    @Autowired
    ActionPlans plans;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    Town town;
    EvaluationId evaluation;
    Actor lead;
    Actor agent;
    Actor manager;
    Actor director;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    void audited(FindingDraft... findings) {
        town = fixtures.town();
        evaluation = audited.of(town, findings);
        lead = fixtures.actor(town.lead());
        agent = fixtures.actor(town.agent());
        manager = fixtures.actor(town.manager());
        director = fixtures.actor(town.leadership());
    }

    static FindingDraft finding(FindingKind kind, String text) {
        return new FindingDraft(kind, "ACC-1", Place.COUNTER, text, "Observation sur place.");
    }

    PlanView plan() {
        return reading.read(manager, evaluation);
    }

    List<ActionPlans.Action> actions() {
        return plans.actions(evaluation);
    }

    ActionPlans.Action action() {
        return actions().get(0);
    }

    LocalDate today() {
        return PublicTime.today(clock);
    }

    PlanProposal complete(PersonId owner) {
        return new PlanProposal(
                "Poser une signalétique " + NTH.incrementAndGet(),
                "Personne n'a la charge des panneaux.",
                List.of("Les panneaux sont vieux.", "Personne ne les change."),
                "Neuf visiteurs sur dix trouvent seuls.",
                owner,
                today().plusDays(30),
                null);
    }

    void completeAll(PersonId owner) {
        for (ActionView view : plan().actions()) {
            proposing.save(lead, evaluation, view.action().id(), view.version(), complete(owner));
        }
    }

    void submit() {
        proposing.submit(lead, evaluation, plan().state().version());
    }

    void accept() {
        decisions.accept(manager, evaluation, plan().state().version(), "Chaque constat a son action.");
        jobs.runAll();
    }

    String sha256() {
        return java.util.Objects.requireNonNull(plan().print()).sha256();
    }

    /** A plan ready to be signed, its actions carried by the agent. */
    void printed(FindingDraft... findings) {
        audited(findings);
        completeAll(town.agent());
        submit();
        accept();
    }

    /** A signed plan whose actions are under way. */
    void signed(FindingDraft... findings) {
        printed(findings);
        decisions.sign(director, evaluation, sha256());
        jobs.runAll();
    }

    void carriedOut(UUID action) {
        followUp.carriedOut(agent, action, version(action), "Les panneaux sont posés.");
        jobs.runAll();
    }

    long version(UUID action) {
        return plan().actions().stream()
                .filter(view -> view.action().id().equals(action))
                .findFirst()
                .orElseThrow()
                .version();
    }

    void waitDays(int days) {
        clock.advance(Duration.ofDays(days));
        jobs.runAll();
    }
}
