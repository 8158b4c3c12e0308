package org.capaccueil.shared;

/** Two acts on one matter that stay in the hands of two people. It is about people, never about roles. */
public interface SeparationOfDuties {

    /** What somebody who is barred reads: why, and who may instead. */
    String refusal();

    /**
     * @param tied whether this person has done the other of the two
     * @throws NotAllowed when they have
     */
    default void refuse(boolean tied) {
        if (tied) {
            throw new NotAllowed(refusal());
        }
    }
}
