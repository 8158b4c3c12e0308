@org.jspecify.annotations.NullMarked
package org.capaccueil.audit.web;
