package org.capaccueil.improvement.web;

/** What the quality manager decides on a plan, with the version of the plan that was read. */
final class ReviewForms {

    private ReviewForms() {}

    record Acceptance(String version, String note) {
        Acceptance {
            version = Texts.of(version);
            note = Texts.of(note);
        }
    }

    record GivingBack(String version, String reason) {
        GivingBack {
            version = Texts.of(version);
            reason = Texts.of(reason);
        }
    }
}
