package org.capaccueil.worklist;

import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.workflow.OpenTask;

/** What the room of a task that waits for each member knows of one person's part in it. */
public interface OwnPart {

    /** « 12 de vos 40 réponses sont données »; nothing for another room's tasks. */
    Optional<String> inWords(Actor actor, OpenTask task);
}
