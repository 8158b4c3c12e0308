/** What residents say of the welcome: questionnaires, surveys, answers that nobody can be found by, and their results. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.survey;
