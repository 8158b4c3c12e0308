/** What designs name to finish a chart the way print needs it. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.reporting.chart;
