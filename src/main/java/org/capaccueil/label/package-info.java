/** Scores, the label test with its reasons, dashboards and the label report. The last room: it reads all the others. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.label;
