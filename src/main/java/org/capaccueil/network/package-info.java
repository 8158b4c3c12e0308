/** What communes share beyond themselves: good practices, and the comparison of those that agreed to it. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.network;
