package org.capaccueil.identity;

import java.util.Collection;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;

/**
 * Organisations beyond their own whose rows somebody has to reach. The audit room implements it for its auditors, so that
 * this room needs to know nothing of audits. Asked at each request: one statement at most, and none for whom it cannot
 * concern.
 */
public interface Reach {

    Collection<CommuneId> beyondOwn(Actor actor);
}
