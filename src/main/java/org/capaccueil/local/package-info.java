/** What the local profile adds: a real PostgreSQL started by the application, and a demonstration commune. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.local;
