package org.capaccueil.survey.domain;

import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A free text.
 *
 * @param written what the moderator alone reads
 * @param shown what the others read; null as long as it is not published
 * @param masked the passages the moderator left out, one a line
 * @param version what a form that changes it has to give back
 */
public record CommentView(
        UUID id,
        TeamId team,
        String question,
        String written,
        CommentState state,
        @Nullable String shown,
        String masked,
        List<String> tags,
        long version) {

    CommentView asOthersReadIt() {
        return new CommentView(id, team, question, shown == null ? "" : shown, state, shown, "", tags, version);
    }

    public boolean isReceived() {
        return state == CommentState.RECEIVED;
    }
}
