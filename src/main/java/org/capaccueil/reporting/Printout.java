package org.capaccueil.reporting;

/**
 * What to print: a design and the record that fills it.
 *
 * @param design the design's path below {@code reports/} without its extension, such as {@code label/label-report}
 * @param title the document's title, in its metadata and in the reader's window
 * @param author who issues the document: the commune, never the person who pressed the button
 * @param subject one line on what the document is about
 * @param runningHead the line at the top of each page: whose evaluation this is
 * @param content the record the design reads its fields from
 */
public record Printout(
        String design, String title, String author, String subject, String runningHead, Record content) {}
