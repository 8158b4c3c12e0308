@org.jspecify.annotations.NullMarked
package org.capaccueil.indicator.domain;
