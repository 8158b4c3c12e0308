/** Self-assessment of a team: ratings, evidence, submission. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.assessment;
