@org.jspecify.annotations.NullMarked
package org.capaccueil.assessment.domain;
