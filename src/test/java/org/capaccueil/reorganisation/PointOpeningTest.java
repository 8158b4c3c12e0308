package org.capaccueil.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.reorganisation.domain.Occasion;
import org.capaccueil.reorganisation.domain.PointOpenings;
import org.capaccueil.reorganisation.domain.PointOpenings.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PointOpeningTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    TeamPhases phases;

    @Autowired
    Register register;

    @Autowired
    PointOpenings openings;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TeamChanges changes;

    @Autowired
    Organisation organisation;

    @Autowired
    Pages pages;

    @Autowired
    Measurements measurements;

    @Autowired
    AssessmentReading assessments;

    @Autowired
    AssessmentDecisions decisions;

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"COLLECTION", "SELF_ASSESSMENT"})
    void whileTheTeamAnswersTheNewChannelIsAskedToo(Phase phase) {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        if (phase == Phase.SELF_ASSESSMENT) {
            cycle.collect(town, id);
        }
        UUID point = openMailPoint(town);

        decide(town, point, Set.of(id));

        assertThat(evaluations.get(id).channels()).containsExactlyInAnyOrder(Channel.COUNTER, Channel.MAIL);
        if (phase == Phase.COLLECTION) {
            cycle.collect(town, id);
        } else {
            assertThat(measurements.of(id))
                    .filteredOn(one -> one.channel() == Channel.MAIL)
                    .isNotEmpty()
                    .extracting(MeasurementView::unavailable)
                    .allSatisfy(
                            why -> assertThat(why).contains("Accueil courrier").contains("après la collecte"));
        }
        assertThat(assessments.sheet(fixtures.actor(town.agent()), id).missing())
                .isNotEmpty();
        cycle.assess(town, id, 3);
        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.AUDIT);
        assertThat(changes.of(id)).singleElement().satisfies(change -> assertThat(change.what())
                .contains("dès maintenant")
                .contains("Courrier"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"AUDIT", "ACTION_PLAN", "FOLLOW_UP"})
    void onceTheTeamHasRatedItsScopeStandsAndSaysSo(Phase phase) {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        cycle.collect(town, id);
        cycle.assess(town, id, 3);
        if (phase.compareTo(Phase.AUDIT) > 0) {
            cycle.audit(town, evaluation, FindingKind.MINOR);
        }
        if (phase.compareTo(Phase.ACTION_PLAN) > 0) {
            cycle.plan(town, id);
        }
        UUID point = openMailPoint(town);

        assertThatThrownBy(() -> decide(town, point, Set.of(id))).isInstanceOf(StepNoLongerOpen.class);
        decide(town, point, Set.of());

        assertThat(evaluations.get(id).channels()).containsExactly(Channel.COUNTER);
        assertThat(changes.of(id)).singleElement().satisfies(change -> assertThat(change.what())
                .contains("prochain cycle"));
    }

    @Test
    void aSelfAssessmentBeingReadHasToBeReturnedFirst() {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = phases.atReview(town);
        UUID point = openMailPoint(town);

        assertThatThrownBy(() -> decide(town, point, Set.of(id))).isInstanceOf(StepNoLongerOpen.class);
        assertThat(evaluations.get(id).channels()).containsExactly(Channel.COUNTER);
        decisions.returnToTeam(fixtures.actor(town.manager()), id, "Un point d'accueil vient d'ouvrir");
        decide(town, point, Set.of(id));

        assertThat(evaluations.get(id).channels()).contains(Channel.MAIL);
    }

    @Test
    void anEvaluationKeepsTheChannelsOfAPointThatChangesOrClosesAndSaysSo() throws Exception {
        Town town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        EvaluationId id = fixtures.openEvaluation(town).id();
        Actor manager = fixtures.actor(town.manager());
        PointView point = organisation.team(town.team()).points().get(0);

        register.changePoint(
                manager,
                town.team(),
                point.id(),
                organisation.team(town.team()).version(),
                point.name(),
                point.address(),
                Set.of(Channel.COUNTER));
        pages.send(town.manager(), "/teams/" + town.team() + "/points/" + point.id() + "/close")
                .andExpect(status().is3xxRedirection());

        String today = PublicTime.inWords(LocalDate.now(PublicTime.ZONE));
        assertThat(changes.of(id))
                .extracting(TeamChanges.Change::what)
                .containsExactly(
                        "Canaux du point d'accueil « Hôtel de ville » modifiés le " + today
                                + " : l'évaluation garde ses canaux.",
                        "Point d'accueil « Hôtel de ville » fermé le " + today + " : l'évaluation garde ses canaux.");
        assertThat(evaluations.get(id).channels()).containsExactlyInAnyOrder(Channel.COUNTER, Channel.PHONE);
        assertThat(evaluations.points(List.of(id)).get(id))
                .extracting(PointView::name)
                .containsExactly("Hôtel de ville");
        pages.open(town.lead(), "/evaluations/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Hôtel de ville » fermé"),
                                containsString("Noté par Nadia Référente"),
                                not(containsString("Raison : ")))));
    }

    @Test
    void aPointOnlyRenamedIsNoNewsForAnEvaluation() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        PointView point = organisation.team(town.team()).points().get(0);

        register.changePoint(
                fixtures.actor(town.manager()),
                town.team(),
                point.id(),
                organisation.team(town.team()).version(),
                "Mairie",
                point.address(),
                point.channels());

        assertThat(changes.of(id)).isEmpty();
    }

    @Test
    void thatThePointIsOpenIsSaidAlsoWhereNoEvaluationAsksAnything() throws Exception {
        Town town = fixtures.town();

        var sent = pages.send(
                town.manager(),
                "/teams/" + town.team() + "/points/new",
                "name",
                "Accueil courrier",
                "address",
                "5 place du 8 Mai 1945",
                "channels",
                "MAIL");
        pages.follow(town.manager(), pages.follow(town.manager(), sent))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("« Accueil courrier » est ouvert.")));
    }

    private UUID openMailPoint(Town town) {
        return register.openPoint(
                fixtures.actor(town.manager()),
                town.team(),
                "Accueil courrier",
                "5 place du 8 Mai 1945",
                Set.of(Channel.MAIL));
    }

    private void decide(Town town, UUID point, Set<EvaluationId> now) {
        Actor manager = fixtures.actor(town.manager());
        Preview preview = openings.preview(manager, town.team(), point);
        assertThat(preview.asked()).hasSize(1);
        openings.decide(
                manager,
                town.team(),
                point,
                now,
                new Occasion(LocalDate.now(PublicTime.ZONE), "La commune ouvre un accueil", preview.seen()));
    }
}
