package org.capaccueil.assessment.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardMappings;
import org.capaccueil.standard.StandardMappings.Correspondence;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a team agreed on in its last closed cycle, beside what it is asked now. It reads only: everybody who rates sees
 * the same, and nothing of it is an answer until a member gives one.
 */
@Service
@Transactional(readOnly = true)
public class LastCycle {

    private final Evaluations evaluations;
    private final SelfAssessmentFiles assessments;
    private final AssessmentReading reading;
    private final Standards standards;
    private final StandardMappings mappings;

    LastCycle(
            Evaluations evaluations,
            SelfAssessmentFiles assessments,
            AssessmentReading reading,
            Standards standards,
            StandardMappings mappings) {
        this.evaluations = evaluations;
        this.assessments = assessments;
        this.reading = reading;
        this.standards = standards;
        this.mappings = mappings;
    }

    /** By the key of the answer, « ACC-1-counter »; empty for a team's first cycle, or without a correspondence. */
    public Map<String, List<Suggestion>> suggestions(AssessmentSheet sheet) {
        EvaluationView now = sheet.evaluation();
        return evaluations.ofTeam(now.team()).stream()
                .filter(then -> then.status() == EvaluationStatus.CLOSED
                        && then.openedAt().isBefore(now.openedAt())
                        && isAgreed(then.id()))
                .findFirst()
                .map(then -> suggestions(then, now))
                .orElse(Map.of());
    }

    /** A campaign may close on a team that never agreed: what was typed by then is nobody's answer. */
    private boolean isAgreed(EvaluationId then) {
        return assessments
                .findById(then.value())
                .filter(assessment -> assessment.status() == Status.CLOSED)
                .isPresent();
    }

    private Map<String, List<Suggestion>> suggestions(EvaluationView then, EvaluationView now) {
        Map<String, List<Correspondence>> correspondences = mappings.between(then.standard(), now.standard());
        if (correspondences.isEmpty()) {
            return Map.of();
        }
        Standard earlier = standards.content(then.standard());
        Standard later = standards.content(now.standard());
        Recollection recollection = new Recollection(
                earlier, earlier.code().equals(later.code()), reading.ratings(then.id()), correspondences);
        Map<String, List<Suggestion>> suggestions = new HashMap<>();
        for (Question question : later.questionsFor(now.scope())) {
            for (Place place : question.places()) {
                List<Suggestion> found = recollection.of(question, place);
                if (!found.isEmpty()) {
                    suggestions.put(question.criterion().code() + "-" + place.code(), found);
                }
            }
        }
        return suggestions;
    }
}
