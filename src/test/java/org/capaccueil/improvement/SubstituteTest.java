package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody acts in the place of somebody absent: what they may, what they may not, and what is said of it. */
class SubstituteTest extends ImprovementStory {

    @Autowired
    Absences absences;

    @Autowired
    TaskDesk desk;

    @Autowired
    Pages pages;

    @Autowired
    LabelFile labelFile;

    @Test
    void aSubstituteSignsForTheAbsentLeadershipAndTrailPageAndPdfSaySo() throws Exception {
        printed(MINOR);
        PersonId standIn = colleague("Zoé Suppléante");
        standsIn(standIn, town.leadership(), 3);
        String how = "Zoé Suppléante, par suppléance de Philippe Direction (Directeur général des services)";

        pages.open(standIn, "/tasks?whose=OFFERED")
                .andExpect(content()
                        .string(allOf(
                                containsString("Signer le plan d&#39;action"),
                                containsString("En remplacement de Philippe Direction"),
                                containsString("Vous remplacez"))));
        pages.open(standIn, "/evaluations/" + evaluation + "/plan/sign")
                .andExpect(content().string(containsString(how)));
        decisions.sign(fixtures.actor(standIn), evaluation, sha256());
        jobs.runAll();

        Signature signature = plans.summary(evaluation).orElseThrow().signature();
        assertThat(signature.person()).isEqualTo(standIn);
        assertThat(signature.name() + ", " + signature.capacity()).isEqualTo(how);
        assertThat(lines("Plan d'action signé")).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("Zoé Suppléante, en remplacement de Philippe Direction");
            assertThat(line.after()).contains(how);
        });
        pages.open(town.manager(), "/evaluations/" + evaluation + "/trail")
                .andExpect(content().string(containsString("Zoé Suppléante, en remplacement de Philippe Direction")));
        labelFile.print(evaluation);
        try (var pdf = Loader.loadPDF(labelFile.pdf(manager, evaluation))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("par suppléance de Philippe Direction (Directeur général des services)");
        }
    }

    @Test
    void whatIsDoneInOnesOwnRightDuringASubstitutionNamesNobodyElse() {
        audited(MINOR);
        standsIn(town.lead(), town.leadership(), 3);
        completeAllAs(fixtures.actor(town.lead()));
        proposing.submit(fixtures.actor(town.lead()), evaluation, plan().state().version());

        assertThat(lines("Plan d'action soumis")).singleElement().satisfies(line -> assertThat(line.actor())
                .isEqualTo("Éloïse Responsable"));
    }

    @Test
    void onTheDayAfterTheLastTheRightIsGoneWithoutAnythingHavingToRun() {
        printed(MINOR);
        PersonId standIn = colleague("Zoé Suppléante");
        standsIn(standIn, town.leadership(), 0);
        assertThat(fixtures.actor(standIn).is(Role.LEADERSHIP)).isTrue();

        clock.advance(Duration.between(
                clock.instant(),
                today().plusDays(1)
                        .atStartOfDay(PublicTime.ZONE)
                        .minusSeconds(5)
                        .toInstant()));
        assertThat(fixtures.actor(standIn).is(Role.LEADERSHIP))
                .as("a few seconds before midnight in Paris")
                .isTrue();
        clock.advance(Duration.ofSeconds(10));

        Actor afterwards = fixtures.actor(standIn);
        assertThat(afterwards.is(Role.LEADERSHIP)).isFalse();
        assertThatThrownBy(() -> decisions.sign(afterwards, evaluation, sha256()))
                .isInstanceOf(NotFound.class);
        assertThat(desk.count(afterwards, Whose.OFFERED, null)).isZero();
    }

    @Test
    void aSubstituteWhoProposedThePlanCannotSignItForTheLeadership() {
        printed(MINOR);
        standsIn(town.lead(), town.leadership(), 3);

        assertThatThrownBy(() -> decisions.sign(fixtures.actor(town.lead()), evaluation, sha256()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez proposé ce plan");
        assertThat(plans.summary(evaluation).orElseThrow().signature()).isNull();
    }

    @Test
    void aLeaderWhoReviewedThePlanCannotHaveTheirSubstituteSignIt() {
        audited(MINOR);
        var person = organisation.person(town.leadership());
        register.changePerson(
                manager,
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.capacity(),
                java.util.Set.of(Role.LEADERSHIP, Role.QUALITY_MANAGER));
        completeAll(town.agent());
        submit();
        Actor reviewer = fixtures.actor(town.leadership());
        decisions.accept(reviewer, evaluation, plan().state().version(), "");
        jobs.runAll();
        PersonId standIn = colleague("Zoé Suppléante");
        standsIn(standIn, town.leadership(), 3);

        assertThatThrownBy(() -> decisions.sign(fixtures.actor(standIn), evaluation, sha256()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("en remplacement de Philippe Direction");
        assertThatThrownBy(() -> decisions.sendBack(fixtures.actor(standIn), evaluation, sha256(), "Non"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theAbsentOwnersActionIsCarriedOutInTheirPlaceAndNeitherOfTheTwoVerifiesIt() {
        signed(MINOR);
        UUID action = action().id();
        PersonId standIn = colleague("Zoé Suppléante", Role.QUALITY_MANAGER);
        standsIn(standIn, town.agent(), 3);
        Actor zoe = fixtures.actor(standIn);

        assertThat(desk.list(zoe, Whose.MINE, null, 0, 10))
                .as("held by the absent person and not lost")
                .singleElement()
                .satisfies(task -> assertThat(task.inPlaceOf(zoe)).isPresent());
        followUp.carriedOut(zoe, action, version(action), "Les panneaux sont posés.");
        jobs.runAll();
        waitDays(70);

        assertThat(lines("Action réalisée")).singleElement().satisfies(line -> assertThat(line.actor())
                .isEqualTo("Zoé Suppléante, en remplacement de Karim Agent"));
        assertThatThrownBy(() -> followUp.effective(fixtures.actor(standIn), action, "Vu sur place"))
                .isInstanceOf(NotAllowed.class);
        standsIn(standIn, town.manager(), 3);
        assertThatThrownBy(() -> followUp.effective(fixtures.actor(standIn), action, "Vu sur place"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aTaskTheAbsentPersonHadTakenIsReachedAndOneTakenForThemIsTheirsAgainAfterwards() {
        audited(MINOR);
        PersonId standIn = colleague("Zoé Suppléante");
        String task = desk.list(lead, Whose.OFFERED, null, 0, 1).get(0).id();
        desk.claim(task, lead);
        standsIn(standIn, town.lead(), 3);
        Actor zoe = fixtures.actor(standIn);

        assertThat(desk.list(zoe, Whose.MINE, null, 0, 10)).extracting("id").containsExactly(task);
        assertThat(desk.count(zoe, Whose.TAKEN_BY_OTHERS, null)).isZero();
        desk.giveBack(task, zoe);
        assertThat(desk.count(zoe, Whose.MINE, null)).isZero();
        desk.claim(task, zoe);
        completeAllAs(zoe);
        assertThat(desk.list(lead, Whose.MINE, null, 0, 10)).extracting("id").containsExactly(task);
        proposing.submit(zoe, evaluation, plan().state().version());

        assertThat(lines("Plan d'action soumis")).singleElement().satisfies(line -> assertThat(line.actor())
                .isEqualTo("Zoé Suppléante, en remplacement d'Éloïse Responsable"));
    }

    @Test
    void whatIsGivenToAnAuditorByNameIsNeverReachedByTheirSubstitute() {
        town = fixtures.town();
        PersonId both = colleague("Aude Deux", Role.AUDITOR, Role.QUALITY_MANAGER);
        PersonId standIn = colleague("Zoé Suppléante");
        standsIn(standIn, both, 3);

        Actor zoe = fixtures.actor(standIn);
        assertThat(zoe.is(Role.QUALITY_MANAGER)).isTrue();
        assertThat(zoe.is(Role.AUDITOR)).isFalse();
        PersonId auditor = town.auditor();
        assertThatThrownBy(() -> absences.name(
                        fixtures.actor(auditor), auditor, new SubstitutionPlan(standIn, today(), today(), null)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("indépendance est vérifiée");
    }

    @Test
    void whoeverAuditsTheTeamTakesNoPartInItsEvaluationForSomebodyAbsent() {
        town = fixtures.town();
        PersonId neighbour = town.auditor();
        evaluation = audited.of(
                new org.capaccueil.support.Fixtures.Town(
                        town.commune(),
                        town.manager(),
                        town.lead(),
                        town.agent(),
                        town.leadership(),
                        colleague("Aude Auditrice", Role.AUDITOR),
                        town.team()),
                MINOR);
        PersonId auditor = jdbc.sql("select auditor_id from audit where evaluation_id = ?")
                .param(evaluation.value())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .single();

        assertThat(auditor).isNotEqualTo(neighbour);
        assertThatThrownBy(() -> standsIn(auditor, town.leadership(), 3))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("substitute"))
                .hasMessageContaining("audite ou a audité");
        standsIn(auditor, colleague("Bo Agent d'ailleurs"), 3);
    }

    @Test
    void whatWasLentIsNotPassedOn() {
        town = fixtures.town();
        PersonId first = colleague("Zoé Suppléante");
        PersonId second = colleague("Yann Second");
        standsIn(first, town.leadership(), 5);
        standsIn(second, first, 5);

        assertThat(fixtures.actor(second).is(Role.LEADERSHIP)).isFalse();
        assertThat(fixtures.actor(second).standingInFor()).extracting("name").containsExactly("Zoé Suppléante");
    }

    @Test
    void aQualityManagerNamesASubstituteForSomebodyAwayWithAReasonAndNeverThemselves() throws Exception {
        town = fixtures.town();
        PersonId standIn = colleague("Zoé Suppléante");
        Actor nadia = fixtures.actor(town.manager());
        LocalDate day = today();

        assertThatThrownBy(() -> absences.name(
                        nadia, town.leadership(), new SubstitutionPlan(town.manager(), day, day, "Malade")))
                .hasMessageContaining("vous désigner vous-même");
        assertThatThrownBy(() -> absences.name(nadia, town.leadership(), new SubstitutionPlan(standIn, day, day, " ")))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        assertThatThrownBy(() -> absences.name(
                        fixtures.actor(town.agent()),
                        town.leadership(),
                        new SubstitutionPlan(standIn, day, day, "Malade")))
                .isInstanceOf(NotAllowed.class);
        PersonId foreign = town.auditor();
        assertThatThrownBy(() -> absences.name(nadia, foreign, new SubstitutionPlan(standIn, day, day, "Malade")))
                .isInstanceOf(NotFound.class);

        UUID id = absences.name(nadia, town.leadership(), new SubstitutionPlan(standIn, day, day, "Malade"));

        assertThat(fixtures.actor(standIn).is(Role.LEADERSHIP)).isTrue();
        assertThat(jdbc.sql(
                                "select actor_name, after_value, reason from trail_entry where subject = ? and actor_id = ?")
                        .param("Absence · Philippe Direction")
                        .param(town.manager().value())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("actor_name", "Nadia Référente")
                        .containsEntry("after_value", "Zoé Suppléante, le " + PublicTime.inWords(day))
                        .containsEntry("reason", "Malade"));
        pages.send(town.agent(), "/people/absences/" + id + "/end").andExpect(status().isNotFound());
        pages.send(town.leadership(), "/people/absences/" + id + "/end").andExpect(status().is3xxRedirection());
        assertThat(fixtures.actor(standIn).is(Role.LEADERSHIP))
                .as("ended, and gone at the next click")
                .isFalse();
    }

    @Test
    void ofTwoAbsencesNamedAtOnceOverTheSameDaysOnlyOneStands() throws Exception {
        town = fixtures.town();
        PersonId one = colleague("Zoé Suppléante");
        PersonId two = colleague("Yann Second");
        var start = new java.util.concurrent.CyclicBarrier(2);
        var clicks = SystemScope.threads(2);
        List<String> answers;
        try {
            answers = clicks.invokeAll(List.of(named(one, start), named(two, start))).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception broken) {
                            throw new AssertionError(broken);
                        }
                    })
                    .toList();
        } finally {
            clicks.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder("named", "refused");
    }

    private java.util.concurrent.Callable<String> named(PersonId standIn, java.util.concurrent.CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                standsIn(standIn, town.leadership(), 3);
                return "named";
            } catch (BusinessRefusal refusal) {
                return "refused";
            }
        };
    }

    @Test
    void thePagesNameChangeAndEndASubstitutionAndTieRefusalsToTheirField() throws Exception {
        town = fixtures.town();
        PersonId standIn = colleague("Zoé Suppléante");
        String own = "/people/" + town.leadership() + "/absences";
        pages.open(town.leadership(), "/people/absences")
                .andExpect(content().string(containsString("Aucune absence prévue")));
        pages.send(
                        town.leadership(),
                        own + "/new",
                        "substitute",
                        standIn.toString(),
                        "firstDay",
                        today().minusDays(1).toString(),
                        "lastDay",
                        today().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le premier jour est passé")));
        pages.send(
                        town.leadership(),
                        own + "/new",
                        "substitute",
                        standIn.toString(),
                        "firstDay",
                        today().toString(),
                        "lastDay",
                        today().plusDays(2).toString(),
                        "reason",
                        "Congés")
                .andExpect(status().is3xxRedirection());
        pages.open(town.leadership(), "/people/absences")
                .andExpect(content().string(allOf(containsString("Zoé Suppléante"), containsString("En cours"))));
        pages.open(standIn, "/people/absences")
                .andExpect(content()
                        .string(allOf(
                                containsString("Vous remplacez"),
                                containsString("Philippe Direction"),
                                containsString("Congés"))));
        pages.open(town.agent(), own).andExpect(status().isForbidden());
        pages.open(town.auditor(), own).andExpect(status().isNotFound());
        var id = absences.heldBy(standIn).get(0);
        String edit = "/people/absences/" + id.id() + "/edit";
        pages.send(
                        town.leadership(),
                        edit,
                        "version",
                        Long.toString(id.version()),
                        "substitute",
                        standIn.toString(),
                        "firstDay",
                        today().toString(),
                        "lastDay",
                        today().plusDays(5).toString())
                .andExpect(status().is3xxRedirection());
        pages.send(
                        town.leadership(),
                        edit,
                        "version",
                        Long.toString(id.version()),
                        "substitute",
                        standIn.toString(),
                        "firstDay",
                        today().toString(),
                        "lastDay",
                        today().plusDays(9).toString())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("modifié pendant que vous")));
        pages.open(town.auditor(), "/people/absences")
                .andExpect(content()
                        .string(allOf(
                                containsString("Pas de remplacement ici"),
                                not(containsString("Désigner un remplaçant")))));
    }

    private void completeAllAs(Actor actor) {
        for (ActionView view : plan().actions()) {
            proposing.save(actor, evaluation, view.action().id(), view.version(), complete(town.agent()));
        }
    }

    private void standsIn(PersonId standIn, PersonId absent, int moreDays) {
        absences.name(
                fixtures.actor(absent),
                absent,
                new SubstitutionPlan(standIn, today(), today().plusDays(moreDays), null));
    }

    private PersonId colleague(String name, Role... roles) {
        return fixtures.person(
                town.commune(), name, UUID.randomUUID().toString().substring(0, 8), "Chargée de mission", roles);
    }

    private List<Trail.Line> lines(String action) {
        return trail.of(evaluation).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }
}
