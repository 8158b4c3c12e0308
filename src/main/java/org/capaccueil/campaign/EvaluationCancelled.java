package org.capaccueil.campaign;

import org.capaccueil.shared.EvaluationId;

/** An evaluation is cancelled, alone or with its campaign; told in the same transaction. */
public record EvaluationCancelled(EvaluationId evaluation) {}
