package org.capaccueil.standard;

import java.util.List;
import java.util.Optional;
import org.capaccueil.shared.StandardVersionId;

/** The library of standards. Published versions never change, so what is read once is true for ever. */
public interface Standards {

    /** The versions campaigns may start on, newest first. */
    List<StandardVersionView> published();

    /** The newest version of a standard campaigns may start on; none when all are withdrawn. */
    Optional<StandardVersionView> newest(String code);

    StandardVersionView version(StandardVersionId id);

    /** The whole content of a version, of a draft as it is now. */
    Standard content(StandardVersionId id);
}
