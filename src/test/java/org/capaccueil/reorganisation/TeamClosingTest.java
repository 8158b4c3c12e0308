package org.capaccueil.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.reorganisation.domain.Fate;
import org.capaccueil.reorganisation.domain.Occasion;
import org.capaccueil.reorganisation.domain.TeamClosings;
import org.capaccueil.reorganisation.domain.TeamClosings.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@ApplicationTest
class TeamClosingTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Jobs jobs;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignRun run;

    @Autowired
    TeamChanges changes;

    @Autowired
    TeamClosings closings;

    @Autowired
    Organisation organisation;

    @Autowired
    Pages pages;

    private final LocalDate today = LocalDate.now(PublicTime.ZONE);

    @Test
    void aClosedTeamEndsWhatItHasBegunAndEntersNoNewCampaign() throws Exception {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        Actor manager = fixtures.actor(town.manager());
        EvaluationView evaluation = fixtures.openEvaluation(town);
        CampaignId draft = planning.prepare(manager, fixtures.plan(town.team(), teams.other()));

        close(manager, town.team(), Set.of(), Map.of());

        assertThat(evaluations.campaign(draft).teams()).containsExactly(teams.other());
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation);
        assertThat(changes.of(evaluation.id())).singleElement().satisfies(change -> assertThat(change.what())
                .contains("fermée le " + PublicTime.inWords(today))
                .contains("va à son terme"));
        for (String page : new String[] {"/evaluations/" + evaluation.id(), "/campaigns/" + evaluation.campaign()}) {
            pages.open(town.lead(), page)
                    .andExpect(MockMvcResultMatchers.content().string(containsString("Ce qui a changé")))
                    .andExpect(MockMvcResultMatchers.content().string(containsString("Annexe vendue")));
        }
    }

    @Test
    void whatItAnswersForTheOrganisationIsHandedOnBeforeItsEvaluationStops() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        TeamId closing = teams.town().team();
        CampaignId campaign = planning.prepare(manager, fixtures.plan(closing, teams.other()));
        planning.nameOrganisationTeam(manager, campaign, closing);
        planning.launch(manager, campaign);
        jobs.runAll();
        EvaluationView stopped = of(campaign, closing);
        EvaluationView next = of(campaign, teams.other());

        assertThatThrownBy(() -> close(manager, closing, Set.of(stopped.id()), Map.of()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("répondra pour toute l'organisation");
        close(manager, closing, Set.of(stopped.id()), Map.of(stopped.id(), next.id()));

        assertThat(evaluations.get(stopped.id()).status()).isEqualTo(EvaluationStatus.CANCELLED);
        assertThat(evaluations.get(next.id()).answersForOrganisation()).isTrue();
        assertThat(evaluations.get(next.id()).yearlyContacts())
                .as("nobody took its residents over")
                .isEqualTo(12_000);
        assertThat(organisation.team(closing).active()).isFalse();
    }

    @Test
    void whereNobodyElseCanAnswerForTheOrganisationItGoesOn() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        EvaluationView only = fixtures.openEvaluation(town);

        Preview preview = closings.preview(manager, town.team());
        assertThat(preview.touched().get(0).mayStop()).isFalse();
        assertThatThrownBy(() -> close(manager, town.team(), Set.of(only.id()), Map.of()))
                .hasMessageContaining("mener son évaluation à son terme");
        assertThat(organisation.team(town.team()).active()).isTrue();
    }

    @Test
    void aSignedPlanIsFollowedToItsEnd() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        EvaluationView evaluation = fixtures.openEvaluation(town);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, evaluation.id());

        assertThat(closings.preview(manager, town.team()).touched().get(0).actions())
                .isNotEmpty();
        assertThatThrownBy(() -> close(manager, town.team(), Set.of(evaluation.id()), Map.of()))
                .hasMessageContaining("signé");
        close(manager, town.team(), Set.of(), Map.of());
        cycle.carryOut(town, evaluation.id());
    }

    @Test
    void aDayToComeAndAMissingReasonAreSaidAtTheirFields() throws Exception {
        Town town = fixtures.town();
        String seen =
                closings.preview(fixtures.actor(town.manager()), town.team()).seen();
        String page = "/teams/" + town.team() + "/close";
        pages.send(town.manager(), page, "seen", seen, "on", today.plusDays(2).toString(), "reason", "Vendu")
                .andExpect(MockMvcResultMatchers.status().isUnprocessableEntity())
                .andExpect(MockMvcResultMatchers.content().string(containsString("Cette date est à venir")));
        pages.send(town.manager(), page, "seen", seen, "on", today.toString(), "reason", " ")
                .andExpect(MockMvcResultMatchers.status().isUnprocessableEntity())
                .andExpect(MockMvcResultMatchers.content().string(containsString("Dites pourquoi")));
        assertThat(organisation.team(town.team()).active()).isTrue();
    }

    @Test
    void theNextCycleLeavesAClosedTeamOut() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        CampaignId campaign =
                planning.prepare(manager, fixtures.plan(teams.town().team(), teams.other()));
        planning.launch(manager, campaign);
        jobs.runAll();
        close(manager, teams.town().team(), Set.of(), Map.of());

        run.prepareNextCycle(campaign);

        assertThat(evaluations.campaignsOf(teams.town().commune()))
                .filteredOn(one -> !one.id().equals(campaign))
                .singleElement()
                .satisfies(next -> assertThat(next.teams()).containsExactly(teams.other()));
    }

    private void close(Actor manager, TeamId team, Set<EvaluationId> stopped, Map<EvaluationId, EvaluationId> next) {
        String seen = closings.preview(manager, team).seen();
        closings.close(manager, team, new Fate(new Occasion(today, "Annexe vendue", seen), stopped, next));
    }

    private EvaluationView of(CampaignId campaign, TeamId team) {
        return evaluations.ofCampaign(campaign).stream()
                .filter(evaluation -> evaluation.team().equals(team))
                .findFirst()
                .orElseThrow();
    }
}
