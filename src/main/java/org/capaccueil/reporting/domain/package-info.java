/** The stored reports. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.reporting.domain;
