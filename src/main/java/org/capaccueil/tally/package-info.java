/** The contact tally (recueil des demandes): what residents ask for at each point, tapped as it happens. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.tally;
