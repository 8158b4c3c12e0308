package org.capaccueil.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs stays on the diagram it started with, and one from before knows no round: it would submit instead. */
@ApplicationTest
class OlderDiagramTest {

    private static final Path DIAGRAM = Path.of("bpmn", "assessment", "self-assessment.bpmn");

    @Autowired
    RepositoryService definitions;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    IndividualReading individual;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    TaskDesk desk;

    private String deployment = "";

    @BeforeEach
    void deployADiagramThatGoesFromRatingStraightToItsReview() throws IOException {
        String older =
                Files.readString(DIAGRAM, StandardCharsets.UTF_8).replace("${ratingWay == 'TOGETHER'}", "${true}");
        deployment = definitions
                .createDeployment()
                .addString("self-assessment.bpmn", older)
                .deploy()
                .getId();
    }

    @AfterEach
    void takeItAway() {
        definitions.deleteDeployment(deployment, true);
    }

    @Test
    void aRoundOnADiagramThatOnlyLeadsForwardCannotBeGivenUpAndNothingIsLost() throws IOException {
        definitions.deleteDeployment(deployment, true);
        deployment = definitions
                .createDeployment()
                .addString(
                        "self-assessment.bpmn",
                        Files.readString(DIAGRAM, StandardCharsets.UTF_8)
                                .replace("${roundOutcome == 'CLOSED'}", "${true}"))
                .deploy()
                .getId();
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = phases.atSelfAssessment(town);
        Actor lead = fixtures.actor(town.lead());
        rounds.open(lead, id);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);

        assertThatThrownBy(() -> rounds.giveUp(lead, id, "Trop peu de monde"))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("relancez vos collègues");
        assertThat(assessments.summary(id).orElseThrow().status()).isEqualTo(Status.INDIVIDUAL);
        assertThat(desk.find("rateIndividually", id.value())).isPresent();
        assertThat(individual.ownSheet(lead, id).orElseThrow().answered()).isEqualTo(1);
    }

    @Test
    void aRoundIsRefusedThereAndNothingIsSubmitted() {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = phases.atSelfAssessment(town);

        assertThatThrownBy(() -> rounds.open(fixtures.actor(town.lead()), id))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("cotez ensemble cette fois");
        assertThat(assessments.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
        assertThat(desk.find("rateThemselves", id.value())).isPresent();
        assertThat(desk.find("reviewSelfAssessment", id.value())).isEmpty();
    }
}
