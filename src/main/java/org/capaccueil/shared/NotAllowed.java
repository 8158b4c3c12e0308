package org.capaccueil.shared;

/** The person may see the thing but not do this to it; the sentence says who can. */
public final class NotAllowed extends BusinessRefusal {

    public NotAllowed(String sentence) {
        super(sentence);
    }
}
