/** The tiny kernel every room may use: typed ids, the five phases and channels, who acts, and business refusals. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package org.capaccueil.shared;
