/** Tests that look at pages through a real Chromium, and what they share. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.browser;
