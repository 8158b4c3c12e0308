@org.jspecify.annotations.NullMarked
package org.capaccueil.mystery.web;
