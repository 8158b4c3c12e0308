@org.jspecify.annotations.NullMarked
package org.capaccueil.label.web;
