/** "My tasks": everybody's home and the only task list. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.worklist;
