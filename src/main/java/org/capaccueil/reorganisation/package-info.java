/**
 * Teams merge, close and change and members move in the middle of a campaign: what that touches, and what becomes of each
 * evaluation.
 */
@org.jspecify.annotations.NullMarked
package org.capaccueil.reorganisation;
