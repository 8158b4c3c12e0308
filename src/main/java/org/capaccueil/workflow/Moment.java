package org.capaccueil.workflow;

/** The dates a process waits for. */
public enum Moment {
    /** When the people awaited have to be done. */
    DUE,
    /** When a campaign stops waiting for its teams. */
    CLOSING,
    /** When the team's time to reply to an audit's findings is over. */
    REPLY_ENDS,
    /** When an action has had the time to work and can be judged. */
    REVIEW,
    /** When the next cycle of a recurring campaign is prepared. */
    NEXT_CYCLE
}
