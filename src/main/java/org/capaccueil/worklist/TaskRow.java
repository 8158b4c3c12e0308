package org.capaccueil.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the list shows it.
 *
 * @param about the team or campaign it is for
 * @param phase the words of the stepper, or « Campagne »
 * @param takenBy the name of who holds it, null while it is offered
 * @param inPlaceOf the absent person whose task it is, null when it is one's own
 * @param canGiveBack whether it goes back to a group
 * @param ownPart how far this person is with their own part, null where one does it for all
 */
record TaskRow(
        String id,
        String name,
        String page,
        String about,
        String campaign,
        String phase,
        @Nullable String takenBy,
        @Nullable String inPlaceOf,
        boolean canGiveBack,
        @Nullable String ownPart,
        Instant since,
        @Nullable Instant due) {}
