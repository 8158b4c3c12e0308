/** Pure functions from ratings to scores and from scores to the label, and the use cases around them. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.label.domain;
