/** Mystery evaluations: scenarios, the grid, trained observers, waves of visits, and the score of the service, never of a person. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.mystery;
