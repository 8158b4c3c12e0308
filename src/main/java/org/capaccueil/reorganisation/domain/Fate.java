package org.capaccueil.reorganisation.domain;

import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.EvaluationId;

/**
 * What the quality manager decides about the evaluations of a team that is no more. Those that are not stopped go on to
 * their end.
 *
 * @param answersNext who answers for the organisation in place of a stopped evaluation
 */
public record Fate(Occasion occasion, Set<EvaluationId> stopped, Map<EvaluationId, EvaluationId> answersNext) {}
