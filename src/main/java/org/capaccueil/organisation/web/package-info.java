@org.jspecify.annotations.NullMarked
package org.capaccueil.organisation.web;
