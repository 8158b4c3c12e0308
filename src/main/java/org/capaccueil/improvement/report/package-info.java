/** What the printed action plan is filled from. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.improvement.report;
