/** Evaluation campaigns: scope, calendar, launch, recurrence; and the evaluation, one team's file in a campaign. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.campaign;
