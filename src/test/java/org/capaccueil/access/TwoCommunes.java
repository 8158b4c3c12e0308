package org.capaccueil.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.RightOfReply;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanProposing;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.TeamPhases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two teams of one commune and one of another go through a whole cycle side by side, each in a campaign of its own, and
 * stop wherever an action of the matrix is open.
 */
class TwoCommunes {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    TeamPhases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignDecisions campaigns;

    @Autowired
    AssessmentDecisions assessments;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    DeclaringIndependence declaring;

    @Autowired
    SiteVisit visit;

    @Autowired
    RightOfReply replies;

    @Autowired
    FinalReport report;

    @Autowired
    PlanProposing proposing;

    @Autowired
    PlanReading plans;

    @Autowired
    PlanDecisions decisions;

    private Cast cast;

    Cast cast() {
        return cast;
    }

    private List<Target> targets() {
        return cast.everyTarget();
    }

    void settle() {
        cast = Cast.of(fixtures, jdbc);
    }

    /** What every stage of a cycle is called in the matrix, in the order they come. */
    void goThrough(Consumer<String> stage) {
        Belongings belongings = beans.createBean(Belongings.class);
        belongings.prepare(cast);
        targets().forEach(target -> target.at(draft(target), new EvaluationId(UUID.randomUUID())));
        stage.accept("preparing");
        rounds(stage);
        targets().forEach(this::open);
        stage.accept("collecting");
        each(target -> cycle.collect(target.town(), target.evaluation()));
        each(this::giveEvidence);
        each(target -> cycle.rate(target.town(), target.evaluation(), 3));
        stage.accept("rating");
        each(target -> assessments.submit(lead(target), target.evaluation()));
        stage.accept("self-assessment review");
        each(target -> assessments.accept(manager(target), target.evaluation()));
        stage.accept("choosing the auditor");
        each(this::declareALink);
        stage.accept("judging a link");
        each(target -> declaring.keep(manager(target), target.evaluation(), "Un lien ancien"));
        each(target -> cycle.record(target.town(), evaluations.get(target.evaluation()), FindingKind.MINOR));
        stage.accept("on site");
        each(target -> visit.conclude(auditor(target), target.evaluation()));
        stage.accept("replying");
        each(target -> replies.submit(lead(target), target.evaluation()));
        stage.accept("final report");
        each(target -> report.giveOut(auditor(target), target.evaluation()));
        each(target -> cycle.propose(target.town(), target.evaluation()));
        stage.accept("proposing");
        each(target -> proposing.submit(lead(target), target.evaluation(), planVersion(target)));
        stage.accept("plan review");
        each(target -> decisions.accept(manager(target), target.evaluation(), planVersion(target), "Plan clair"));
        stage.accept("plan signature");
        each(target -> decisions.sign(
                leadership(target), target.evaluation(), target.ofEvaluation("report_sha256", "action_plan")));
        stage.accept("following up");
        targets().forEach(belongings::openPoint);
        targets().forEach(belongings::readWhatAChangeTouches);
        stage.accept("always");
        each(target -> cycle.carryOut(target.town(), target.evaluation()));
        clock.advance(Duration.ofDays(61));
        jobs.runAll();
        stage.accept("verifying");
        each(target -> cycle.verify(target.town(), target.evaluation()));
        stage.accept("results review");
        each(target -> campaigns.review(manager(target), target.campaign(), "Bon travail"));
        stage.accept("results signature");
        each(target -> campaigns.sign(leadership(target), target.campaign()));
        targets().forEach(belongings::end);
        stage.accept("ended");
    }

    private void each(Consumer<Target> step) {
        targets().forEach(step);
        jobs.runAll();
    }

    private CampaignId draft(Target target) {
        return planning.prepare(manager(target), fixtures.plan(target.team()));
    }

    private void open(Target target) {
        EvaluationView evaluation = fixtures.openEvaluation(target.town());
        target.at(evaluation.campaign(), evaluation.id());
    }

    /** A second evaluation of each team, whose members rate alone: that way does not lead back. */
    private void rounds(Consumer<String> stage) {
        each(target -> {
            open(target);
            phases.toSelfAssessment(target.town(), Objects.requireNonNull(target.evaluation()));
        });
        each(target -> {
            rounds.open(lead(target), target.evaluation());
            for (PersonId member : Set.of(target.town().lead(), target.town().agent())) {
                alone.rate(
                        fixtures.actor(member),
                        target.evaluation(),
                        Addresses.CRITERION,
                        Place.COUNTER,
                        0,
                        Grade.of(3),
                        null);
            }
        });
        stage.accept("rating alone");
        each(target -> rounds.close(lead(target), target.evaluation()));
        stage.accept("agreeing");
    }

    private void giveEvidence(Target target) {
        evidence.addFile(
                fixtures.actor(target.town().agent()),
                target.evaluation(),
                Addresses.CRITERION,
                "affiche.pdf",
                "%PDF-1.7\nAffiche".getBytes(StandardCharsets.UTF_8));
    }

    private void declareALink(Target target) {
        assignment.assign(
                manager(target), target.evaluation(), target.town().auditor(), LocalDate.now(PublicTime.ZONE));
        jobs.runAll();
        declaring.sign(auditor(target), target.evaluation(), true, "J'ai travaillé dans cette équipe il y a six ans");
        target.givenTo(target.town().auditor());
    }

    private long planVersion(Target target) {
        return plans.read(lead(target), target.evaluation()).state().version();
    }

    private Actor manager(Target target) {
        return fixtures.actor(target.town().manager());
    }

    private Actor lead(Target target) {
        return fixtures.actor(target.town().lead());
    }

    private Actor auditor(Target target) {
        return fixtures.actor(target.town().auditor());
    }

    private Actor leadership(Target target) {
        return fixtures.actor(target.town().leadership());
    }

    /** Everything the stages are called. */
    static Set<String> stages() {
        Set<String> stages = new LinkedHashSet<>();
        stages.addAll(List.of("preparing", "rating alone", "agreeing", "collecting", "rating"));
        stages.addAll(List.of("self-assessment review", "choosing the auditor", "judging a link", "on site"));
        stages.addAll(List.of("replying", "final report"));
        stages.addAll(List.of("proposing", "plan review", "plan signature", "following up", "always", "verifying"));
        stages.addAll(List.of("results review", "results signature", "ended"));
        return stages;
    }
}
