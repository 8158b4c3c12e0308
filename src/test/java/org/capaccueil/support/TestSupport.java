package org.capaccueil.support;

import org.capaccueil.label.AuditedTeam;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.network.PublishedTown;
import org.capaccueil.survey.SurveyedTown;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** Everything a test may ask for, in one list: tests that start the same application share it. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    SettableClock.class,
    Jobs.class,
    Fixtures.class,
    Cycle.class,
    AuditedEvaluation.class,
    AuditedTeam.class,
    Pages.class,
    Phases.class,
    TeamPhases.class,
    Browsers.class,
    Libraries.class,
    PublishedTown.class,
    SurveyedTown.class,
    MysteryTown.class
})
class TestSupport {}
