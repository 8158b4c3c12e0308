/** Indicator measurements of a team, frozen before it rates itself. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.collection;
