package org.capaccueil.standard.domain;

import java.util.Set;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;

/**
 * What of the library a commune reaches: the shipped standards, its own, and of the others' what they share, or what it
 * adopted while they did.
 *
 * @param drafts whether the person asking writes drafts: to others no draft exists
 */
record Reach(CommuneId commune, boolean drafts, Set<StandardVersionId> adopted) {

    boolean owns(StandardVersionView version) {
        return commune.equals(version.owner());
    }

    /** On the commune's shelves, whatever another commune decides. */
    boolean keeps(StandardVersionView version) {
        return isAtHome(version.owner()) || adopted.contains(version.id());
    }

    boolean mayRead(StandardVersionView version) {
        return version.isDraft() ? drafts && owns(version) : keeps(version) || version.isShared();
    }

    /** Whether a campaign may start on it. */
    boolean mayUse(StandardVersionView version) {
        return version.published() && keeps(version);
    }

    /** Whether both are versions of one standard: two communes may use the same code for two. */
    boolean sameStandard(StandardVersionView one, StandardVersionView other) {
        return one.code().equals(other.code())
                && (isAtHome(one.owner())
                        ? isAtHome(other.owner())
                        : one.owner().equals(other.owner()));
    }

    private boolean isAtHome(@Nullable CommuneId owner) {
        return owner == null || owner.equals(commune);
    }
}
