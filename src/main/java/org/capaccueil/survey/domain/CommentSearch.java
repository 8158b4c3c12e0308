package org.capaccueil.survey.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which free texts somebody looks for; whatever is empty restricts nothing.
 *
 * @param words as a reader would type them, in any form and without accents if they like
 * @param state null for every one
 * @param page the first at 0
 */
public record CommentSearch(String words, String tag, @Nullable CommentState state, int page) {

    /** Nobody pages further by hand; the row a page begins at stays a number the database knows. */
    static final int LAST_PAGE = 100_000;

    public static final CommentSearch EVERYTHING = new CommentSearch("", "", null, 0);

    public CommentSearch {
        words = words.strip();
        tag = tag.strip().toLowerCase(Locale.FRENCH);
        page = Math.min(Math.max(page, 0), LAST_PAGE);
    }

    public boolean isRestricted() {
        return !words.isEmpty() || !tag.isEmpty() || state != null;
    }
}
