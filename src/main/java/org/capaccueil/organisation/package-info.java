/** Communes, their reception teams with points and channels, and the people in them. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.organisation;
