/**
 * The commune's running figures: what is counted, the values by team, channel and period, where they come from and how
 * they were revised. A standard's own indicators stay as they are; the two are joined by their code.
 */
@org.jspecify.annotations.NullMarked
package org.capaccueil.indicator;
