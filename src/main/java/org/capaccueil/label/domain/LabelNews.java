package org.capaccueil.label.domain;

import java.util.Objects;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The label test at the end of an evaluation: its outcome, and the news of it in the journal, where the team reads it. */
@Service
@Transactional
public class LabelNews {

    private static final String SUBJECT = "Test du label";

    private final Evaluations evaluations;
    private final TeamResults results;
    private final Trail trail;

    LabelNews(Evaluations evaluations, TeamResults results, Trail trail) {
        this.evaluations = evaluations;
        this.results = results;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public LabelOutcome outcome(EvaluationId id) {
        LabelVerdict verdict = result(id).verdict();
        return verdict == null || verdict.level() == null ? LabelOutcome.NOT_REACHED : LabelOutcome.REACHED;
    }

    public void levelReached(EvaluationId id) {
        LabelVerdict verdict = Objects.requireNonNull(result(id).verdict());
        trail.recordBySystem(Event.on(id, SUBJECT, "Niveau atteint")
                .change(null, Objects.requireNonNull(verdict.level()).title()));
    }

    /** With every reason, so that the journal says what was missing on that day. */
    public void noLevelReached(EvaluationId id) {
        LabelVerdict verdict = result(id).verdict();
        String missing = verdict == null
                ? "Aucun rapport d'audit final : le label ne se juge que sur lui."
                : verdict.next() == null
                        ? null
                        : String.join("\n", verdict.next().missing());
        trail.recordBySystem(Event.on(id, SUBJECT, "Aucun niveau atteint").because(missing));
    }

    private TeamResult result(EvaluationId id) {
        return results.of(evaluations.get(id));
    }
}
