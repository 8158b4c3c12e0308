package org.capaccueil.indicator.process;

import java.util.Map;
import java.util.UUID;
import org.capaccueil.indicator.domain.LateSeriesProcess;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.workflow.Processes;
import org.springframework.stereotype.Component;

@Component
class LateSeriesProcessAdapter implements LateSeriesProcess {

    private final Processes processes;

    LateSeriesProcessAdapter(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void chase(UUID chase, TeamId team, CommuneId commune) {
        processes.start(
                LateSeriesBpmn.PROCESS, chase, Map.of("teamId", team.toString(), "communeId", commune.toString()));
    }
}
