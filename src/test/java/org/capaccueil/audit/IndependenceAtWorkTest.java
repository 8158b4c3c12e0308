package org.capaccueil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.Candidate;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.IndependenceRule;
import org.capaccueil.audit.domain.Obstacle;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
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
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ties people to a team, found in the rooms where it happened, and the declaration that is signed upon it. */
@ApplicationTest
class IndependenceAtWorkTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    TeamPhases teamPhases;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Audits audits;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    DeclaringIndependence declaring;

    @Autowired
    SiteVisit visit;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    SelfAssessments selfAssessments;

    @Autowired
    AssessmentDecisions assessmentDecisions;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Trail trail;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Actor manager;
    PersonId own;

    @BeforeEach
    void aCommuneWithAnAuditorOfItsOwn() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        own = fixtures.person(town.commune(), "Zoé Maison", mark(), "Auditrice", Role.AUDITOR);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void whoeverLeftTheTeamDuringThePeriodIsRefusedWithTheReason() {
        register.enrol(manager, town.team(), own, false);
        register.release(manager, town.team(), own);
        EvaluationId id = phases.toAudit(town);

        assertAgainst(id, own, IndependenceRule.OUTSIDE_THE_TEAM, "pendant la période évaluée");
        assertThatThrownBy(() -> assignment.assign(manager, id, own, null))
                .hasMessageContaining("faisait partie de l'équipe");
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.TO_ASSIGN);
    }

    @Test
    void whoeverStandsInForSomebodyOfTheTeamIsRefusedWithTheReason() {
        EvaluationId id = phases.toAudit(town);
        assertThat(candidate(id, own).against()).isEmpty();
        LocalDate today = PublicTime.dayOf(clock.instant());
        absences.name(
                fixtures.actor(town.agent()),
                town.agent(),
                new SubstitutionPlan(own, today.plusDays(5), today.plusDays(9), null));

        assertAgainst(id, own, IndependenceRule.REPLACES_NOBODY_IN_IT, "remplace une personne de l'équipe");
        assertThatThrownBy(() -> assignment.assign(manager, id, own, null))
                .hasMessageContaining("remplace une personne de l'équipe");
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.TO_ASSIGN);
    }

    @Test
    void whoeverLeftBeforeThePeriodMay() {
        register.enrol(manager, town.team(), own, false);
        register.release(manager, town.team(), own);
        jdbc.sql("update past_member set since = since - 730, until = until - 730 where person_id = ?")
                .param(own.value())
                .update();
        EvaluationId id = phases.toAudit(town);

        assertThat(candidate(id, own).against()).isEmpty();
    }

    @Test
    void whoeverHasAuthorityHoweverFarAboveIsRefused() {
        EvaluationId id = phases.toAudit(town);
        assertThat(candidate(id, own).against()).isEmpty();
        PersonId between = fixtures.person(town.commune(), "Paul Entre", mark(), "Chef de service");
        answers(town.agent(), between);
        answers(between, own);

        assertAgainst(id, own, IndependenceRule.NO_LINE_OF_AUTHORITY, "sur Karim Agent");
    }

    @Test
    void whoeverIsUnderTheTeamsLeadIsRefused() {
        EvaluationId id = phases.toAudit(town);
        answers(own, town.lead());

        assertAgainst(id, own, IndependenceRule.NO_LINE_OF_AUTHORITY, "sous l'autorité de Éloïse Responsable");
    }

    @Test
    void whoeverRatedIsRefusedLongAfterLeavingTheTeam() {
        EvaluationId id = phases.toAudit(town);
        makeAuditor(town.agent());
        register.release(manager, town.team(), town.agent());

        assertAgainst(id, town.agent(), IndependenceRule.HELPED_WITH_NOTHING, "autoévaluation");
    }

    @Test
    void whoeverEnteredFiguresIsRefused() {
        EvaluationId id = phases.toAudit(town);
        jdbc.sql("update measurement set measured_by = ? where evaluation_id = ?")
                .param(own.value())
                .param(id.value())
                .update();

        assertAgainst(id, own, IndependenceRule.HELPED_WITH_NOTHING, "a saisi des chiffres");
    }

    @Test
    void evidenceThatWasTakenBackStillTies() {
        EvaluationId id = teamPhases.atSelfAssessment(town);
        register.enrol(manager, town.team(), own, false);
        Actor zoe = fixtures.actor(own);
        evidence.addLink(zoe, id, "ACC-1", "Horaires", "https://commune.example/horaires");
        evidence.remove(zoe, id, selfAssessments.evidence(id).get(0).id());
        register.release(manager, town.team(), own);
        teamPhases.rateAll(fixtures.actor(town.agent()), id, 3);
        assessmentDecisions.submit(fixtures.actor(town.lead()), id);
        assessmentDecisions.accept(manager, id);
        jobs.runAll();

        assertAgainst(id, own, IndependenceRule.HELPED_WITH_NOTHING, "Preuve retirée");
    }

    @Test
    void whoeverProposedThePlanOfTheCycleBeforeIsRefused() {
        EvaluationId before = fixtures.openEvaluation(town).id();
        jdbc.sql("insert into action_plan (evaluation_id, version, status, edition, last_number, opened_at) "
                        + "values (?, 0, 'PROPOSING', 1, 0, now())")
                .param(before.value())
                .update();
        jdbc.sql("insert into action_plan_author (evaluation_id, person_id) values (?, ?)")
                .param(before.value())
                .param(own.value())
                .update();
        clock.advance(Duration.ofDays(1));
        EvaluationId id = phases.toAudit(town);

        assertAgainst(id, own, IndependenceRule.HELPED_WITH_NOTHING, "a proposé un plan d'action de l'équipe");
    }

    @Test
    void afterTwoCyclesInARowAnotherAuditsAndNotBefore() {
        EvaluationId first = auditedBy(town.auditor());
        EvaluationId second = auditedBy(own);
        EvaluationId id = phases.toAudit(town);
        assertThat(candidate(id, town.auditor()).against())
                .as("once in two cycles")
                .isEmpty();

        jdbc.sql("update audit set auditor_id = ? where evaluation_id = ?")
                .param(town.auditor().value())
                .param(second.value())
                .update();
        assertAgainst(id, town.auditor(), IndependenceRule.ROTATION, "aux deux cycles précédents");
        jdbc.sql("update audit set draft_at = null where evaluation_id = ?")
                .param(first.value())
                .update();
        assertThat(candidate(id, town.auditor()).against())
                .as("an audit that never came to a draft is none")
                .isEmpty();
    }

    @Test
    void ofTwoManagersAssigningAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
        EvaluationId id = phases.toAudit(town);
        Actor second = fixtures.actor(
                fixtures.person(town.commune(), "Anne Seconde", mark(), "Référente", Role.QUALITY_MANAGER));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = SystemScope.threads(2);
        List<Future<Object>> both = List.of(
                threads.submit(() -> assigned(start, manager, id, own)),
                threads.submit(() -> assigned(start, second, id, town.auditor())));
        start.countDown();
        List<Object> outcomes = List.of(both.get(0).get(), both.get(1).get());
        threads.shutdown();

        assertThat(outcomes).filteredOn(StepNoLongerOpen.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(PersonId.class::isInstance)
                .containsExactly(audits.summary(id).orElseThrow().auditor());
        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Auditeur désigné"))
                .hasSize(1);
    }

    private Object assigned(CountDownLatch start, Actor by, EvaluationId id, PersonId auditor) throws Exception {
        start.await();
        try {
            assignment.assign(by, id, auditor, null);
            return auditor;
        } catch (BusinessRefusal refusal) {
            return refusal;
        }
    }

    @Test
    void theDeclarationKeepsWordingNameAndCapacityWhateverBecomesOfTheAccount() {
        EvaluationId id = phases.toAudit(town);
        assignment.assign(manager, id, own, null);
        Actor auditor = fixtures.actor(own);
        assertThatThrownBy(() -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), ""))
                .hasMessageContaining("Signez d'abord");
        assertThatThrownBy(() -> visit.note(auditor, id, 0, null, "Plan")).hasMessageContaining("Signez d'abord");
        assertThatThrownBy(() -> declaring.sign(auditor, id, false, "")).hasMessageContaining("Cochez la case");

        declaring.sign(auditor, id);
        declaring.sign(auditor, id);
        PersonView person = organisation.person(own);
        register.changePerson(
                manager, own, person.version(), "Zoé Autrement", person.email(), "Retraitée", person.roles());

        assertThat(audits.declarations(id)).singleElement().satisfies(declaration -> {
            assertThat(declaration.name()).isEqualTo("Zoé Maison");
            assertThat(declaration.capacity()).startsWith("Auditrice, Commune");
            assertThat(declaration.textVersion()).isEqualTo(1);
            assertThat(declaration.text()).contains("Je n'appartiens pas à l'équipe auditée");
            assertThat(declaration.link()).isNull();
        });
        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Déclaration d'indépendance signée"))
                .singleElement()
                .satisfies(line -> assertThat(line.after()).contains("Zoé Maison", "texte n° 1"));
    }

    @Test
    void aDeclaredLinkWaitsForTheQualityManagerWhoKeepsTheAuditorWithAReason() {
        EvaluationId id = declaredLink();
        Actor auditor = fixtures.actor(town.auditor());
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.LINK_DECLARED);
        assertThat(tasks.isOpenFor("judgeDeclaredLink", id.value(), manager)).isTrue();
        assertThatThrownBy(() -> visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), ""))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> declaring.keep(auditor, id, "Moi")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> declaring.keep(manager, id, " ")).hasMessageContaining("Dites pourquoi");

        declaring.keep(manager, id, "Il y a quinze ans.");
        jobs.runAll();

        visit.rate(auditor, id, "ACC-1", Place.COUNTER, null, Grade.of(3), "");
        assertThat(audits.declarations(id)).singleElement().satisfies(declaration -> {
            assertThat(declaration.link()).isEqualTo("Ancienne collègue de l'accueil.");
            assertThat(declaration.judgement().kept()).isTrue();
            assertThat(declaration.judgement().name()).isEqualTo("Nadia Référente");
            assertThat(declaration.judgement().reason()).isEqualTo("Il y a quinze ans.");
        });
        assertThat(trail.of(id)).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("Lien déclaré examiné, auditeur maintenu");
            assertThat(line.reason()).isEqualTo("Il y a quinze ans.");
        });
        assertThatThrownBy(() -> declaring.replace(manager, id, "Trop tard")).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aLinkThatIsTooCloseReplacesTheAuditorForGood() {
        EvaluationId id = declaredLink();

        declaring.replace(manager, id, "Trop proche.");
        jobs.runAll();

        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.TO_ASSIGN);
        assertAgainst(id, town.auditor(), IndependenceRule.STILL_WANTED, "y a été remplacé");
        assignment.assign(manager, id, own, null);
        assertThat(tasks.isOpenFor("auditOnSite", id.value(), fixtures.actor(own)))
                .isTrue();
        assertThat(audits.declarations(id)).as("what was signed stays").hasSize(1);
    }

    @Test
    void nobodyJudgesTheirOwnLinkEvenInTheManagersPlace() {
        EvaluationId id = declaredLink();
        Actor auditor = fixtures.actor(town.auditor());
        Actor inThePlaceOfTheManager = new Actor(
                auditor.id(), auditor.name(), manager.commune(), manager.roles(), auditor.teams(), auditor.leads());

        assertThatThrownBy(() -> declaring.keep(inThePlaceOfTheManager, id, "Rien de grave."))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("un autre référent qualité");
    }

    @Test
    void aConflictThatCameUpSinceTheChoiceStopsTheSignatureAndLeavesTheWayOut() {
        EvaluationId id = phases.toAudit(town);
        assignment.assign(manager, id, own, null);
        Actor auditor = fixtures.actor(own);
        answers(town.agent(), own);

        assertThatThrownBy(() -> declaring.sign(auditor, id))
                .hasMessageContaining("autorité")
                .hasMessageContaining("Récusez-vous");
        assertThat(audits.declarations(id)).isEmpty();
        visit.recuse(auditor, id, "J'encadre maintenant Karim.");
        jobs.runAll();
        assertThat(tasks.isOpenFor("assignAuditor", id.value(), manager)).isTrue();
    }

    @Test
    void anAuditorTakenBackOrGoneFromTheListIsNotChosenButEndsWhatIsUnderWay() {
        EvaluationId id = phases.onSite(town);
        Actor neighbour = fixtures.neighbour(town.auditor());
        long version = jdbc.sql("select version from pool_auditor where person_id = ?")
                .param(town.auditor().value())
                .query(Long.class)
                .single();
        pool.agree(neighbour, town.auditor(), version, new AuditorPool.Terms(false, "", null));

        visit.rate(fixtures.actor(town.auditor()), id, "ACC-1", Place.COUNTER, null, Grade.of(3), "");
        Town other = fixtures.town();
        EvaluationId next = phases.toAudit(other);
        Actor chooser = fixtures.actor(other.manager());
        assertThat(assignment.choice(chooser, next).candidates())
                .extracting(Candidate::id)
                .doesNotContain(town.auditor())
                .contains(other.auditor());
        assertThatThrownBy(() -> assignment.assign(chooser, next, town.auditor(), null))
                .hasMessageContaining("de la liste");
    }

    @Autowired
    AuditorPool pool;

    private EvaluationId declaredLink() {
        EvaluationId id = phases.toAudit(town);
        assignment.assign(manager, id, town.auditor(), null);
        declaring.sign(fixtures.actor(town.auditor()), id, true, "Ancienne collègue de l'accueil.");
        jobs.runAll();
        return id;
    }

    private EvaluationId auditedBy(PersonId auditor) {
        EvaluationId id = fixtures.openEvaluation(town).id();
        jdbc.sql("insert into audit (evaluation_id, version, status, auditor_id, draft_at) "
                        + "values (?, 0, 'CLOSED', ?, now())")
                .param(id.value())
                .param(auditor.value())
                .update();
        clock.advance(Duration.ofDays(1));
        return id;
    }

    private void answers(PersonId person, PersonId manager) {
        register.nameManager(this.manager, person, organisation.person(person).version(), manager);
    }

    private void makeAuditor(PersonId id) {
        PersonView person = organisation.person(id);
        register.changePerson(
                manager,
                id,
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.AUDITOR));
    }

    private Candidate candidate(EvaluationId id, PersonId person) {
        return assignment.choice(manager, id).candidates().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private void assertAgainst(EvaluationId id, PersonId person, IndependenceRule rule, String words) {
        assertThat(candidate(id, person).against())
                .filteredOn(obstacle -> obstacle.rule() == rule)
                .extracting(Obstacle::words)
                .singleElement()
                .asString()
                .contains(words);
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
