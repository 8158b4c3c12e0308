@org.jspecify.annotations.NullMarked
package org.capaccueil.collection.domain;
