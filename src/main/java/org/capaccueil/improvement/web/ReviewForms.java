package org.capaccueil.improvement.web;

/** What the quality manager decides on a plan, with the version of the plan that was read. */
final class ReviewForms {

    private ReviewForms() {}

    record Acceptance(long version, String note) {
        Acceptance {
            note = Texts.of(note);
        }
    }

    record GivingBack(long version, String reason) {
        GivingBack {
            reason = Texts.of(reason);
        }
    }
}
