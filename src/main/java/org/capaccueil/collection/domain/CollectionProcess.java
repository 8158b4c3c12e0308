package org.capaccueil.collection.domain;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;

/** What the collection tells the process, in the business's words. */
public interface CollectionProcess {

    /** The team's figures are complete. */
    void submitted(EvaluationId evaluation, Actor actor);
}
