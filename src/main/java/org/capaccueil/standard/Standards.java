package org.capaccueil.standard;

import java.util.List;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;

/** The library of standards. Published versions never change, so what is read once is true for ever. */
public interface Standards {

    /** The versions a commune's campaigns may start on, newest first: shipped ones, its own, and those it adopted. */
    List<StandardVersionView> usableBy(CommuneId commune);

    /** The newest version of the same standard the commune's campaigns may start on; none when all are withdrawn. */
    Optional<StandardVersionView> newest(CommuneId commune, StandardVersionId known);

    /** The newest version the product is shipped with under this code. */
    Optional<StandardVersionView> shipped(String code);

    StandardVersionView version(StandardVersionId id);

    /** The version, if this person may read it; to others it does not exist. */
    StandardVersionView readable(Actor actor, StandardVersionId id);

    /** The whole content of a version, of a draft as it is now. */
    Standard content(StandardVersionId id);
}
