package org.capaccueil.label.domain;

import java.util.List;
import org.capaccueil.improvement.ActionPlans.Action;

/**
 * A team's audit whose ratings no longer change, with what was done about it.
 *
 * @param campaign by name
 * @param nonconformities its own, and those of the organisation that another team's audit of the campaign found
 * @param actions of the plans that answer them
 */
record ConcludedAudit(String campaign, ScoreSheet sheet, List<Nonconformity> nonconformities, List<Action> actions) {}
