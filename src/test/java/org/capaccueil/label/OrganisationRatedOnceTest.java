package org.capaccueil.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is rated once for the organisation: one team is asked it, and its answers count for every team. */
@ApplicationTest
class OrganisationRatedOnceTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Standards standards;

    @Autowired
    TeamResults results;

    @Autowired
    AuditedTeam audited;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Actor manager;
    TeamId second;

    @BeforeEach
    void aTownOfTwoTeams() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        manager = fixtures.actor(town.manager());
        second = fixtures.team(
                town.manager(), "ETC", "État civil", town.lead(), town.agent(), Channel.COUNTER, Channel.PHONE);
    }

    private CampaignId launched(TeamId forOrganisation) {
        CampaignId campaign = planning.prepare(manager, fixtures.plan(town.team(), second));
        planning.nameOrganisationTeam(manager, campaign, forOrganisation);
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private EvaluationView of(CampaignId campaign, TeamId team) {
        return evaluations.ofCampaign(campaign).stream()
                .filter(evaluation -> evaluation.team().equals(team))
                .findFirst()
                .orElseThrow();
    }

    private long organisationQuestions(EvaluationView evaluation) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .map(Question::places)
                .filter(List.of(Place.ORGANISATION)::equals)
                .count();
    }

    @Test
    void onlyTheTeamThatWasNamedIsAskedForTheOrganisation() {
        CampaignId campaign = launched(second);

        assertThat(organisationQuestions(of(campaign, second))).isEqualTo(9);
        assertThat(organisationQuestions(of(campaign, town.team()))).isZero();
    }

    @Test
    void withoutANameItIsTheTeamMostResidentsReach() {
        CampaignId campaign = planning.prepare(manager, fixtures.plan(town.team(), second));
        planning.launch(manager, campaign);
        jobs.runAll();

        assertThat(evaluations.ofCampaign(campaign))
                .filteredOn(EvaluationView::answersForOrganisation)
                .hasSize(1);
    }

    @Test
    void itsAnswersCountInTheScoresOfEveryTeam() {
        CampaignId campaign = launched(second);
        EvaluationView answering = of(campaign, second);
        EvaluationView other = of(campaign, town.team());
        audited.rated(answering, town, 2, 2, "CLOSED");
        audited.rated(other, town, 4, 4, "CLOSED");

        TeamResult result = results.of(other);

        assertThat(result.audit().criteria())
                .filteredOn(one -> one.criterion().scope() == Scope.ORGANISATION)
                .hasSize(9)
                .allSatisfy(one -> assertThat(one.score().text()).isEqualTo("50"));
        assertThat(result.audit().criteria())
                .filteredOn(one -> one.criterion().scope() == Scope.UNIT)
                .allSatisfy(one -> assertThat(one.score().text()).isEqualTo("100"));
        assertThat(results.of(answering).auditTotal().text()).isEqualTo("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_SITE", "RIGHT_OF_REPLY", "FINALISING"})
    void anAuditThatMayStillChangeLeavesTheOrganisationUnratedForTheOthersAndSaysWhoseItIs(String status) {
        CampaignId campaign = launched(second);
        EvaluationView other = of(campaign, town.team());
        audited.rated(of(campaign, second), town, 2, 2, status);
        audited.rated(other, town, 4, 4, "CLOSED");

        assertThat(reasons(other))
                .contains(
                        " n'est pas encore coté pour l'organisation : l'équipe « État civil » en répond pour toutes, et "
                                + "c'est son audit qui doit être rendu.")
                .doesNotContain("coté par l'auditeur pour l'organisation");
    }

    @Test
    void whatWasAuditedBeforeItsEvaluationWasCancelledStillCounts() {
        CampaignId campaign = launched(second);
        EvaluationView other = of(campaign, town.team());
        audited.rated(of(campaign, second), town, 2, 2, "CLOSED");
        audited.rated(other, town, 4, 4, "CLOSED");
        inPhase("FOLLOW_UP", of(campaign, second));

        decisions.cancelEvaluation(manager, of(campaign, second).id(), "Service fermé");

        assertThat(of(campaign, town.team()).answersForOrganisation()).isFalse();
        assertThat(organisationScores(other)).hasSize(9).containsOnly("50");
        assertThat(reasons(other)).doesNotContain("n'est pas encore coté", "coté par personne");
    }

    @Test
    void whatWasNotAuditedWhenItsEvaluationWasCancelledIsRatedByNobodyAndSaysSo() {
        CampaignId campaign = launched(second);
        EvaluationView other = of(campaign, town.team());
        audited.rated(of(campaign, second), town, 2, 2, "RIGHT_OF_REPLY");
        audited.rated(other, town, 4, 4, "CLOSED");
        inPhase("AUDIT", of(campaign, second));
        inPhase("FOLLOW_UP", other);

        decisions.cancelEvaluation(manager, of(campaign, second).id(), "Service fermé");

        assertThat(reasons(other))
                .contains("n'est coté par personne pour l'organisation : l'évaluation de l'équipe qui en répondait est "
                        + "annulée.");
    }

    @Test
    void aNonconformityOfTheOrganisationCountsForEveryTeam() {
        CampaignId campaign = launched(second);
        EvaluationView other = of(campaign, town.team());
        EvaluationView answering = of(campaign, second);
        audited.rated(answering, town, 4, 4, "CLOSED");
        audited.rated(other, town, 4, 4, "CLOSED");
        audited.finding(answering, 3, "MAJOR", "GOV-4", Place.ORGANISATION);
        audited.finding(answering, 4, "MAJOR", "ACC-3", Place.COUNTER);

        assertThat(reasons(other))
                .contains(
                        "La non-conformité majeure n° 3 de l'audit de l'équipe « État civil » (GOV-4 pour l'organisation) est "
                                + "ouverte")
                .doesNotContain("ACC-3");
        assertThat(reasons(answering))
                .contains("La non-conformité majeure n° 3 (GOV-4 pour l'organisation) est ouverte");
    }

    private void inPhase(String phase, EvaluationView evaluation) {
        jdbc.sql("update evaluation set phase = ? where id = ?")
                .params(phase, evaluation.id().value())
                .update();
    }

    private List<String> organisationScores(EvaluationView evaluation) {
        return results.of(evaluation)
                .audit()
                .criteria()
                .filter(one -> one.criterion().scope() == Scope.ORGANISATION)
                .map(one -> one.score().text())
                .toList();
    }

    private String reasons(EvaluationView evaluation) {
        return results.of(evaluation).verdict().rules().stream()
                .flatMap(rule -> rule.reasons().stream())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whenItsEvaluationIsCancelledAnotherTeamTakesOver() {
        CampaignId campaign = launched(second);

        decisions.cancelEvaluation(manager, of(campaign, second).id(), "Service fermé");

        assertThat(of(campaign, town.team()).answersForOrganisation()).isTrue();
        assertThat(evaluations.answeringForOrganisation(List.of(campaign)).values())
                .extracting(EvaluationView::team)
                .containsExactly(town.team());
    }

    @Test
    void aTeamOutsideTheCampaignCannotBeNamed() {
        CampaignId campaign = planning.prepare(manager, fixtures.plan(town.team()));

        assertThatThrownBy(() -> planning.nameOrganisationTeam(manager, campaign, second))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("pas dans la campagne");
        assertThat(evaluations.campaign(campaign).organisationTeam()).isNull();
    }
}
