package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles change after an audit; who audited stays who audited. */
@ApplicationTest
class WhoAuditedDoesNotDecideTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    PlanDecisions decisions;

    @Autowired
    PlanReading plans;

    @Test
    void anAuditorOfTheSameCommuneWhoTakesOfficeLaterDecidesNothingAboutTheTeamAudited() {
        Town own = fixtures.town(Channel.COUNTER);
        PersonId auditor =
                fixtures.person(own.commune(), "Aude Interne", own.team().toString(), "Auditrice", Role.AUDITOR);
        Town town =
                new Town(own.commune(), own.manager(), own.lead(), own.agent(), own.leadership(), auditor, own.team());
        EvaluationView evaluation = fixtures.openEvaluation(town);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.propose(town, evaluation.id());

        takesOffice(town, auditor);

        long version =
                plans.read(fixtures.actor(auditor), evaluation.id()).state().version();
        assertThatThrownBy(() -> decisions.accept(fixtures.actor(auditor), evaluation.id(), version, "Très bien"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez audité cette équipe");
        assertThatThrownBy(() -> decisions.sign(fixtures.actor(auditor), evaluation.id(), ""))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez audité cette équipe");
        cycle.plan(town, evaluation.id());
        assertThat(plans.read(fixtures.actor(auditor), evaluation.id()).state().signature())
                .isNotNull();
    }

    private void takesOffice(Town town, PersonId person) {
        PersonView before = organisation.person(person);
        register.changePerson(
                fixtures.actor(town.manager()),
                person,
                before.version(),
                before.name(),
                before.email(),
                before.capacity(),
                Set.of(Role.AUDITOR, Role.QUALITY_MANAGER, Role.LEADERSHIP));
    }
}
