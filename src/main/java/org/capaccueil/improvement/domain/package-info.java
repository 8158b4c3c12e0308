@org.jspecify.annotations.NullMarked
package org.capaccueil.improvement.domain;
