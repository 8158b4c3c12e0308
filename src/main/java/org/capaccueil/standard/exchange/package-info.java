/** Standards in and out of files: what a file says with the place it says it at, checked as a whole. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.standard.exchange;
