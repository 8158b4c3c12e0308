package org.capaccueil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.audit.domain.AuditIncomplete;
import org.capaccueil.audit.domain.AuditPage;
import org.capaccueil.audit.domain.Candidate;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.audit.domain.FindingsBook;
import org.capaccueil.audit.domain.Obstacle;
import org.capaccueil.audit.domain.RightOfReply;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.audit.domain.Treatment;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Phases;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit with its process, on every way through it. */
@ApplicationTest
class AuditWalkTest {

    private static final FindingDraft FINDING = new FindingDraft(
            FindingKind.MINOR, "ACC-1", Place.COUNTER, "Horaires non affichés à l'entrée", "Observation sur place");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Audits audits;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    SiteVisit visit;

    @Autowired
    DeclaringIndependence declaring;

    @Autowired
    FindingsBook findings;

    @Autowired
    RightOfReply replies;

    @Autowired
    FinalReport report;

    @Autowired
    AuditDesk desk;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    Register register;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Trail trail;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anAuditRepliedToByTheTeamEndsWithItsFinalReportAndOpensTheActionPlan() {
        Town town = fixtures.town();
        EvaluationId id = concluded(town, FINDING);
        Actor lead = fixtures.actor(town.lead());
        Actor auditor = fixtures.actor(town.auditor());
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.RIGHT_OF_REPLY);

        reply(lead, id, "Une affiche est posée depuis lundi.");
        assertThat(audits.findings(id))
                .as("a draft of a reply is the team's own")
                .singleElement()
                .extracting(Audits.Finding::reply)
                .isNull();
        replies.submit(lead, id);
        assertThat(audits.findings(id))
                .singleElement()
                .extracting(Audits.Finding::reply)
                .isEqualTo("Une affiche est posée depuis lundi.");

        assertThatThrownBy(() -> report.giveOut(auditor, id))
                .isInstanceOf(AuditIncomplete.class)
                .hasMessageContaining("Constat n° 1");
        treat(auditor, id, Treatment.AMENDED, FindingKind.OPPORTUNITY, "Horaires affichés, à tenir à jour");
        report.giveOut(auditor, id);
        assertThatThrownBy(() -> treat(auditor, id, Treatment.WITHDRAWN, FindingKind.MINOR, ""))
                .isInstanceOf(StepNoLongerOpen.class);
        jobs.runAll();

        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.CLOSED);
        assertThat(audits.summary(id).orElseThrow().closedAt()).isNotNull();
        assertThat(audits.findings(id)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.OPPORTUNITY);
            assertThat(finding.text()).isEqualTo("Horaires affichés, à tenir à jour");
            assertThat(finding.treatment()).startsWith("Constat modifié : ");
        });
        assertThat(trail.of(id)).as("the original stays in the trail").anySatisfy(line -> assertThat(line.before())
                .isEqualTo("Non-conformité mineure : Horaires non affichés à l'entrée"));
        assertThat(tasks.find("finaliseReport", id.value())).isEmpty();
    }

    @Test
    void aWithdrawnFindingStandsNoMoreButIsToldOf() {
        Town town = fixtures.town();
        EvaluationId id = concluded(town, FINDING);
        reply(fixtures.actor(town.lead()), id, "Voici la photo de l'affiche.");
        replies.submit(fixtures.actor(town.lead()), id);

        treat(fixtures.actor(town.auditor()), id, Treatment.WITHDRAWN, FindingKind.MINOR, "");

        assertThat(audits.findings(id)).isEmpty();
        assertThat(audits.withdrawnFindings(id)).hasSize(1);
    }

    @Test
    void anAuditorWhoStepsAsideMakesRoomForAnotherWhoStartsAnew() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Actor first = fixtures.actor(town.auditor());
        visit.rate(first, id, "ACC-1", Place.COUNTER, null, Grade.of(2), "");
        findings.add(first, id, FINDING);

        visit.recuse(first, id, "Mon frère rejoint cette équipe.");
        jobs.runAll();

        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.TO_ASSIGN);
        assertThat(audits.ratings(id)).isEmpty();
        assertThat(audits.findings(id)).isEmpty();
        assertThat(trail.of(id)).anySatisfy(line -> {
            assertThat(line.before()).isEqualTo("2 · Partiel");
            assertThat(line.action()).contains("récusation");
        });
        assertThatThrownBy(() -> evaluations.visibleTo(first, id)).isInstanceOf(NotFound.class);
        Actor manager = fixtures.actor(town.manager());
        assertThatThrownBy(() -> assignment.assign(manager, id, town.auditor(), null))
                .hasMessageContaining("déjà récusé");

        PersonId second = anotherAuditor(town);
        assignment.assign(manager, id, second, null);

        assertThat(tasks.isOpenFor("auditOnSite", id.value(), fixtures.actor(second)))
                .isTrue();
        assertThat(tasks.isOpenFor("auditOnSite", id.value(), first)).isFalse();
        assertThat(audits.summary(id).orElseThrow().independenceDeclaredAt()).isNull();
    }

    @Test
    void withoutAReplyInTimeTheAuditGoesOnWithWhatWasSaved() {
        Town town = fixtures.town();
        EvaluationId id = concluded(town, FINDING);
        Actor lead = fixtures.actor(town.lead());
        reply(lead, id, "Brouillon enregistré");

        clock.advance(Duration.ofDays(29));
        jobs.runAll();
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.RIGHT_OF_REPLY);
        clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> reply(lead, id, "Trop tard, avant même que le processus ne passe"))
                .isInstanceOf(StepNoLongerOpen.class);
        jobs.runAll();

        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.FINALISING);
        assertThat(audits.findings(id))
                .singleElement()
                .extracting(Audits.Finding::reply)
                .isEqualTo("Brouillon enregistré");
        assertThatThrownBy(() -> replies.submit(lead, id)).isInstanceOf(StepNoLongerOpen.class);
        treat(fixtures.actor(town.auditor()), id, Treatment.MAINTAINED, FindingKind.MINOR, "");
        report.giveOut(fixtures.actor(town.auditor()), id);
        jobs.runAll();
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void openingTheAuditEntersThePhase() {
        Town town = fixtures.town();
        EvaluationId id = phases.toAudit(town);

        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.AUDIT);
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.TO_ASSIGN);
    }

    @Test
    void nobodyOfTheTeamCanAuditItEvenWithTheRole() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        PersonId member = fixtures.person(
                town.commune(), "Zoé Auditrice", town.team().toString().substring(0, 8), "Auditrice", Role.AUDITOR);
        register.enrol(manager, town.team(), member, false);
        EvaluationId id = phases.toAudit(town);

        List<Candidate> candidates = assignment.choice(manager, id).candidates();

        assertThat(candidates)
                .filteredOn(candidate -> candidate.id().equals(member))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.against())
                        .extracting(Obstacle::words)
                        .containsExactly("fait partie de l'équipe à auditer"));
        assertThat(candidates)
                .filteredOn(candidate -> candidate.id().equals(town.auditor()))
                .singleElement()
                .matches(Candidate::isEligible);
        assertThatThrownBy(() -> assignment.assign(manager, id, member, null))
                .hasMessageContaining("fait partie de l'équipe");
        assertThat(tasks.isOpenFor("assignAuditor", id.value(), manager)).isTrue();
    }

    @Test
    void whoeverJoinsTheTeamMeanwhileCannotConclude() {
        Town town = fixtures.town();
        EvaluationId id = phases.toAudit(town);
        PersonId colleague = fixtures.person(
                town.commune(), "Zoé Auditrice", town.team().toString().substring(0, 8), "Auditrice", Role.AUDITOR);
        Actor auditor = fixtures.actor(colleague);
        assignment.assign(fixtures.actor(town.manager()), id, colleague, null);
        declaring.sign(auditor, id);
        register.enrol(fixtures.actor(town.manager()), town.team(), colleague, false);

        assertThatThrownBy(() -> visit.conclude(auditor, id))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Récusez-vous");
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.ON_SITE);
    }

    @Test
    void onlyTheQualityManagerAssignsAndOnlyTheAuditorAudits() {
        Town town = fixtures.town();
        Town elsewhere = fixtures.town();
        EvaluationId id = phases.toAudit(town);

        assertThatThrownBy(() -> assignment.assign(fixtures.actor(town.lead()), id, town.auditor(), null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> assignment.assign(fixtures.actor(elsewhere.manager()), id, town.auditor(), null))
                .isInstanceOf(NotFound.class);
        assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), null);
        assertThatThrownBy(() -> assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), null))
                .as("a form sent again after the step closed")
                .isInstanceOf(StepNoLongerOpen.class);
        for (PersonId other : List.of(town.manager(), town.lead(), town.agent(), town.leadership())) {
            Actor actor = fixtures.actor(other);
            assertThatThrownBy(() -> visit.rate(actor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), ""))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> findings.add(actor, id, FINDING)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> visit.conclude(actor, id)).isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> visit.rate(
                        fixtures.actor(elsewhere.auditor()), id, "ACC-1", Place.COUNTER, null, Grade.of(3), ""))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyALeadOfTheTeamReplies() {
        Town town = fixtures.town();
        EvaluationId id = concluded(town, FINDING);

        assertThatThrownBy(() -> reply(fixtures.actor(town.agent()), id, "x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> replies.submit(fixtures.actor(town.auditor()), id))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aChangedRatingLeavesItsBeforeAndAfter() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Actor auditor = fixtures.actor(town.auditor());

        long version = visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), "");
        visit.rate(auditor, id, "ACC-1", Place.COUNTER, version, Grade.of(1), "Vu fermé à 11 h");

        assertThat(trail.of(id)).anySatisfy(line -> {
            assertThat(line.subject()).isEqualTo("ACC-1 · Guichet");
            assertThat(line.before()).isEqualTo("3 · Conforme");
            assertThat(line.after()).isEqualTo("1 · Ébauché");
            assertThat(line.actor()).isEqualTo(auditor.name());
        });
    }

    @Test
    void takingOverTheTeamsRatingsNeverTouchesWhatTheAuditorRated() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Actor auditor = fixtures.actor(town.auditor());
        visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(1), "Le mien");

        int taken = visit.takeOverCriterion(auditor, id, "ACC-1");

        assertThat(taken).isEqualTo(1);
        assertThat(audits.ratings(id))
                .extracting(Audits.Rating::place, rating -> rating.grade().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Place.COUNTER, 1),
                        org.assertj.core.groups.Tuple.tuple(Place.PHONE, Phases.TEAM_GRADE));
    }

    @Test
    void twoTabsOnOneCriterionNeverOverwriteEachOther() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Actor auditor = fixtures.actor(town.auditor());
        visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), "Première fenêtre");

        assertThatThrownBy(() -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(1), "Deuxième fenêtre"))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .anySatisfy(difference -> {
                            assertThat(difference.saved()).isEqualTo("Première fenêtre");
                            assertThat(difference.yours()).isEqualTo("Deuxième fenêtre");
                        }));
        assertThatCode(() -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), "Première fenêtre"))
                .as("the same answer sent twice is no conflict")
                .doesNotThrowAnyException();
    }

    @Test
    void twoThreadsRatingOneCriterionAtOnceLeaveOneRatingAndOneConflict() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Actor auditor = fixtures.actor(town.auditor());

        List<Throwable> refused = atOnce(
                () -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), "a"),
                () -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(1), "b"));

        assertThat(refused).singleElement().isInstanceOf(ChangedMeanwhile.class);
        assertThat(audits.ratings(id)).hasSize(1);
    }

    @Test
    void concludingTwiceAtOnceHandsTheDraftOverOnce() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.rated(town);
        Actor auditor = fixtures.actor(town.auditor());
        note(auditor, id);

        List<Throwable> refused = atOnce(() -> visit.conclude(auditor, id), () -> visit.conclude(auditor, id));

        assertThat(refused).singleElement().isInstanceOf(StepNoLongerOpen.class);
        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Rapport provisoire remis à l'équipe"))
                .hasSize(1);
        jobs.runAll();
        assertThat(tasks.find("replyToFindings", id.value())).isPresent();
    }

    @Test
    void aDraftThatCannotLeaveSaysEverythingThatIsMissing() {
        Town town = fixtures.town();
        EvaluationId id = phases.rated(town);
        Actor auditor = fixtures.actor(town.auditor());
        AuditPage page = desk.page(auditor, id);
        var mandatory = page.themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(card -> card.rows().stream())
                .filter(AuditPage.RatingRow::mandatory)
                .findFirst()
                .orElseThrow();
        visit.rate(
                auditor, id, mandatory.criterion(), mandatory.place(), mandatory.version(), Grade.of(2), "Incomplet");

        assertThatThrownBy(() -> visit.conclude(auditor, id))
                .isInstanceOfSatisfying(AuditIncomplete.class, refusal -> assertThat(refusal.missing())
                        .extracting(missing -> missing.anchor())
                        .containsExactly(mandatory.anchor(), "visitedOn", "conclusion"));

        note(auditor, id);
        findings.add(
                auditor,
                id,
                new FindingDraft(
                        FindingKind.MINOR, mandatory.criterion(), mandatory.place(), "Incomplet", "Entretien"));
        visit.conclude(auditor, id);
        assertThat(audits.summary(id).orElseThrow().draftAt()).isNotNull();
    }

    @Test
    void aCancelledEvaluationTakesNoMoreRatings() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);

        decisions.cancelEvaluation(fixtures.actor(town.manager()), id, "Fusion d'équipes");

        assertThatThrownBy(() ->
                        visit.rate(fixtures.actor(town.auditor()), id, "ACC-1", Place.COUNTER, null, Grade.of(3), ""))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("annulée");
    }

    @Test
    void theAuditorsWorkIsHisOwnUntilTheDraftIsOut() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        findings.add(fixtures.actor(town.auditor()), id, FINDING);

        AuditPage seen = desk.page(fixtures.actor(town.lead()), id);

        assertThat(seen.results()).isFalse();
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.themes()).isEmpty();
    }

    @Test
    void twoLeadsReplyingToOneFindingSeeBothTexts() {
        Town town = fixtures.town();
        EvaluationId id = concluded(town, FINDING);
        Actor lead = fixtures.actor(town.lead());
        AuditPage.FindingRow seenByBoth = desk.page(lead, id).findings().get(0);
        replies.write(lead, id, seenByBoth.id(), seenByBoth.version(), "La première réponse");

        assertThatThrownBy(() -> replies.write(lead, id, seenByBoth.id(), seenByBoth.version(), "L'autre réponse"))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    private EvaluationId concluded(Town town, FindingDraft finding) {
        EvaluationId id = phases.rated(town);
        Actor auditor = fixtures.actor(town.auditor());
        findings.add(auditor, id, finding);
        note(auditor, id);
        visit.conclude(auditor, id);
        jobs.runAll();
        return id;
    }

    private void note(Actor auditor, EvaluationId id) {
        visit.note(
                auditor,
                id,
                desk.page(auditor, id).version(),
                LocalDate.now(PublicTime.ZONE),
                "Un accueil tenu avec soin.");
    }

    private void reply(Actor lead, EvaluationId id, String words) {
        AuditPage.FindingRow finding = desk.page(lead, id).findings().get(0);
        replies.write(lead, id, finding.id(), finding.version(), words);
    }

    private void treat(Actor auditor, EvaluationId id, Treatment how, FindingKind kind, String text) {
        AuditPage.FindingRow finding = desk.page(auditor, id).findings().get(0);
        report.treat(
                auditor,
                id,
                finding.id(),
                finding.version(),
                new FinalReport.Answer(how, "Pris en compte.", kind, text));
    }

    private PersonId anotherAuditor(Town town) {
        PersonId malik = fixtures.person(
                fixtures.town().commune(),
                "Malik Auditeur",
                town.team().toString().substring(0, 8),
                "Auditeur qualité",
                Role.AUDITOR);
        fixtures.lend(malik);
        return malik;
    }

    /** Both at the same moment; answers with what was refused. */
    private static List<Throwable> atOnce(Runnable... actions) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = SystemScope.threads(actions.length);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable action : actions) {
            running.add(threads.submit(() -> {
                start.await();
                action.run();
                return null;
            }));
        }
        start.countDown();
        List<Throwable> refused = new ArrayList<>();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (java.util.concurrent.ExecutionException failed) {
                refused.add(failed.getCause());
            }
        }
        threads.shutdown();
        return refused;
    }
}
