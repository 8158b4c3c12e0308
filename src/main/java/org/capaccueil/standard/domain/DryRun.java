package org.capaccueil.standard.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardDifference;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;

/**
 * What a file that was read would do, before it does.
 *
 * @param notices what was filled in where the file said nothing
 * @param replaced the draft of the same code and version whose content it would take the place of, if there is one
 * @param before what the content is compared with: that draft, or the version the new one builds on; null when the
 *     standard is altogether new
 * @param beforeContent the content of {@code before}
 * @param became the draft it became, once confirmed
 */
public record DryRun(
        UUID id,
        String fileName,
        Instant uploadedAt,
        Standard standard,
        List<String> notices,
        @Nullable StandardVersionView replaced,
        @Nullable StandardVersionView before,
        @Nullable Standard beforeContent,
        @Nullable StandardVersionId became) {

    /** What the file says differently; everything of it is new where there is nothing to compare it with. */
    public StandardDifference difference() {
        return StandardDifference.between(beforeContent == null ? standard : beforeContent, standard);
    }

    /** The lock of the draft it would replace, which the confirmation gives back; {@link StandardLife#NO_DRAFT} when it replaces none. */
    public long lock() {
        return replaced == null ? StandardLife.NO_DRAFT : replaced.lock();
    }
}
