/** Who is signed in, with which roles; local accounts for trying out. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.identity;
