/** Scores, the label test with its reasons, dashboards and the label report. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.label;
