package org.capaccueil.standard.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param same the version of the same code and number that is here already, if there is one
 * @param before what the content is compared with: that version, or the one the new one builds on; null when the
 *     standard is altogether new
 * @param beforeContent the content of {@code before}
 * @param originHere whether the version it says it comes from, if it says any, is in this library
 * @param became the draft it became, once confirmed
 */
public record DryRun(
        UUID id,
        String fileName,
        Instant uploadedAt,
        Standard standard,
        List<String> notices,
        @Nullable StandardVersionView same,
        @Nullable StandardVersionView before,
        @Nullable Standard beforeContent,
        boolean originHere,
        @Nullable StandardVersionId became) {

    /** What the file says differently; everything of it is new where there is nothing to compare it with. */
    public StandardDifference difference() {
        return StandardDifference.between(beforeContent == null ? standard : beforeContent, standard);
    }

    /** The draft whose content it would take the place of, if there is one. */
    public @Nullable StandardVersionView replaced() {
        return same != null && same.isDraft() ? same : null;
    }

    /** The version that was published meanwhile and keeps it from ever being confirmed, if there is one. */
    public @Nullable StandardVersionView settled() {
        return same == null || same.isDraft() ? null : same;
    }

    /** Whether the same standard came from elsewhere until now. */
    public boolean changesOrigin() {
        return beforeContent != null
                && beforeContent.code().equals(standard.code())
                && !Objects.equals(beforeContent.origin(), standard.origin());
    }

    /** The lock of the draft it would replace, which the confirmation gives back; {@link StandardLife#NO_DRAFT} when it replaces none. */
    public long lock() {
        StandardVersionView draft = replaced();
        return draft == null ? StandardLife.NO_DRAFT : draft.lock();
    }
}
