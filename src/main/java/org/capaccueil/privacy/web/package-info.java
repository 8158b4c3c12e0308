@org.jspecify.annotations.NullMarked
package org.capaccueil.privacy.web;
