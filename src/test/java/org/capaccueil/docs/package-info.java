/** Holds the README and what it shows to what the project really contains. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.docs;
