/** Label standards (référentiels): versions, themes, criteria, indicators and level rules. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.standard;
