package org.capaccueil.collection;

import java.util.List;
import org.capaccueil.shared.EvaluationId;

/** What other rooms may ask about a team's figures. */
public interface Measurements {

    /** In the standard's order; indicators not entered yet are absent. */
    List<MeasurementView> of(EvaluationId evaluation);

    /** Whether the figures are frozen. */
    boolean isFrozen(EvaluationId evaluation);
}
