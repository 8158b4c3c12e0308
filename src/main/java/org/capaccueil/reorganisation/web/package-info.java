@org.jspecify.annotations.NullMarked
package org.capaccueil.reorganisation.web;
