package org.capaccueil.audit.domain;

/**
 * Something that has to be there before a report leaves.
 *
 * @param anchor the id of the place on the page where it is given
 * @param sentence what is missing, in words
 */
public record Missing(String anchor, String sentence) {}
