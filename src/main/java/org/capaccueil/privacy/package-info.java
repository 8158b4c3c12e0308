/** Personal data: what is held about a person, for how long, and the daily round that applies the periods. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.privacy;
