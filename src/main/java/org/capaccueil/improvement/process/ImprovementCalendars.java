package org.capaccueil.improvement.process;

import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.PhaseCalendar;
import org.capaccueil.shared.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dates of the two processes that run a phase. */
@Configuration(proxyBeanMethods = false)
class ImprovementCalendars {

    @Bean
    PhaseCalendar actionPlanCalendar(Evaluations evaluations) {
        return new PhaseCalendar(ImprovementBpmn.PLAN_PROCESS, Phase.ACTION_PLAN, evaluations);
    }

    @Bean
    PhaseCalendar followUpCalendar(Evaluations evaluations) {
        return new PhaseCalendar(ImprovementBpmn.FOLLOW_UP_PROCESS, Phase.FOLLOW_UP, evaluations);
    }
}
