package org.capaccueil.survey.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Masked;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/** What a resident wrote, apart from what they chose. Nobody but the moderator reads it before it is published. */
@Entity
class SurveyComment {

    private static final int MOST_TAGS = 8;
    private static final int LONGEST_TAG = 30;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID surveyId;
    private UUID teamId;
    private String question;
    private String written;

    @Enumerated(EnumType.STRING)
    private CommentState state;

    private @Nullable String shown;

    /** The passages left out, one a line. */
    private String masked;

    private String tags;

    protected SurveyComment() {}

    /**
     * Shows it to the others.
     *
     * @param passages to leave out, one a line, as they were written
     */
    void publish(String passages) {
        shown = Masked.of(written, passages, "Il ne reste rien à lire : écartez plutôt ce commentaire.");
        masked = passages;
        state = CommentState.PUBLISHED;
    }

    void reject() {
        shown = null;
        state = CommentState.REJECTED;
    }

    void tag(String typed) {
        List<String> list = Arrays.stream(typed.split(","))
                .map(tag -> tag.strip().toLowerCase(Locale.FRENCH))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (list.size() > MOST_TAGS || list.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new BusinessRefusal(
                    "tags", "Donnez " + MOST_TAGS + " étiquettes au plus, courtes, séparées par des virgules.");
        }
        tags = list.stream().collect(Collectors.joining(","));
    }

    void requireReadable() {
        if (state == CommentState.ARRIVED) {
            throw new NotFound();
        }
    }

    boolean isOf(UUID survey) {
        return surveyId.equals(survey);
    }

    long version() {
        return version;
    }

    CommentView view() {
        return new CommentView(
                id,
                new TeamId(teamId),
                question,
                written,
                state,
                shown,
                masked,
                tags.isEmpty() ? List.of() : List.of(tags.split(",")),
                version);
    }
}
