/** Audit of a team: auditor, ratings beside the team's, findings, right of reply, final report. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.audit;
