/** The printed poster that leads to a survey. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.survey.report;
