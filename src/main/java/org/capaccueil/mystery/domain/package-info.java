@org.jspecify.annotations.NullMarked
package org.capaccueil.mystery.domain;
