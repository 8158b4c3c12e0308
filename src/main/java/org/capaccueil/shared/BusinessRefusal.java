package org.capaccueil.shared;

import org.jspecify.annotations.Nullable;

/**
 * The business says no. The message is a French sentence for the person on the page and says what to do; it is the only
 * exception message a page ever shows. Where one field is at fault, its name goes along so the page can tie the sentence
 * to it.
 */
public class BusinessRefusal extends RuntimeException {

    private final @Nullable String field;

    public BusinessRefusal(String sentence) {
        this(null, sentence);
    }

    public BusinessRefusal(@Nullable String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** The form field the sentence is about, or null when it concerns the whole action. */
    public @Nullable String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether the form tells it; what is not there, not allowed or changed meanwhile has a page of its own. */
    public boolean isPlain() {
        return getClass() == BusinessRefusal.class;
    }
}
