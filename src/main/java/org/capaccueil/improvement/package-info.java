/** Action plan, sign-off, actions and their effectiveness. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.improvement;
