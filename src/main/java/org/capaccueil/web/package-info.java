/** What surrounds every page: layout, error pages, words and numbers in French. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.web;
