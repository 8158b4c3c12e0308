package org.capaccueil.standard.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.domain.MappingDraft;
import org.jspecify.annotations.Nullable;

/**
 * A correspondence to add. Not « from » and « to »: the address has variables of those names, which would fill them.
 *
 * @param target criterion of the standard to answer
 * @param source criterion of the standard that was answered
 */
record MappingForm(
        String target,
        String source,
        @NotNull(message = "Choisissez la correspondance.") @Nullable Relation relation,
        String note) {

    MappingForm {
        target = target == null ? "" : target;
        source = source == null ? "" : source;
        note = note == null ? "" : note.strip();
    }

    MappingDraft draft() {
        return new MappingDraft(source, target, Objects.requireNonNull(relation), note);
    }
}
