@org.jspecify.annotations.NullMarked
package org.capaccueil.network.web;
