@org.jspecify.annotations.NullMarked
package org.capaccueil.tally.web;
