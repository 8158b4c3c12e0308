@org.jspecify.annotations.NullMarked
package org.capaccueil.standard.web;
