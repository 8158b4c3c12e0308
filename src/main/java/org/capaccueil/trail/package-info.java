/** Append-only journal of every decision and every changed rating: who, when, what, before, after, why. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.trail;
