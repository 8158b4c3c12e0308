/** Which organisations' rows the work at hand may touch, and the database told so at every connection. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.scope;
