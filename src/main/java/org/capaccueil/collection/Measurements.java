package org.capaccueil.collection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;

/** What other rooms may ask about a team's figures. */
public interface Measurements {

    /** In the standard's order; indicators not entered yet are absent. */
    List<MeasurementView> of(EvaluationId evaluation);

    /** Everybody whose figures stand, and who submitted them. */
    Set<PersonId> enteredBy(EvaluationId evaluation);

    /** Whether the figures are frozen. */
    boolean isFrozen(EvaluationId evaluation);

    /** For pages over many evaluations; an evaluation without figures has an empty list. */
    default Map<EvaluationId, List<MeasurementView>> ofAll(Collection<EvaluationId> evaluations) {
        return evaluations.stream().distinct().collect(Collectors.toMap(Function.identity(), this::of));
    }
}
