@org.jspecify.annotations.NullMarked
package org.capaccueil.indicator.process;
