/** What the label-ready report is filled from. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.label.report;
