/**
 * Prints: designs compiled once, filled from an immutable record, exported as PDF/A-1a, and the archive of what was
 * printed. Knows no business: whoever owns a report owns its record and its design, and serves it after its own
 * permission checks. There is no page here.
 */
@org.springframework.modulith.ApplicationModule(displayName = "reporting")
@org.jspecify.annotations.NullMarked
package org.capaccueil.reporting;
