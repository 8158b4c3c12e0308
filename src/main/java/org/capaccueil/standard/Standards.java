package org.capaccueil.standard;

import java.util.List;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;

/** The library of standards. Published versions never change, so what is read once is true for ever. */
public interface Standards {

    /** Published versions, newest first. */
    List<StandardVersionView> published();

    StandardVersionView version(StandardVersionId id);

    /** The whole content of a version. */
    Standard content(StandardVersionId id);

    /**
     * Reads a standard from its file and publishes it as a new version. All or nothing: a file with a fault is refused
     * with a sentence that names the place in the file.
     */
    StandardVersionId importFile(Actor actor, byte[] file);
}
