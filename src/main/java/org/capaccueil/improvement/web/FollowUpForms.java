package org.capaccueil.improvement.web;

/** What is reported and decided on an action under way. Field names differ, since the forms share a page. */
final class FollowUpForms {

    private FollowUpForms() {}

    record Progress(String version, String progress, String note) {
        Progress {
            version = Texts.of(version);
            progress = Texts.of(progress);
            note = Texts.of(note);
        }
    }

    record Done(String version, String doneNote) {
        Done {
            version = Texts.of(version);
            doneNote = Texts.of(doneNote);
        }
    }

    record Extension(String newDue, String extensionReason) {
        Extension {
            newDue = Texts.of(newDue);
            extensionReason = Texts.of(extensionReason);
        }
    }

    record Abandonment(String abandonReason) {
        Abandonment {
            abandonReason = Texts.of(abandonReason);
        }
    }

    /** The verdict, and the dates of an action that is reopened. */
    record Verdict(String verdict, String note, String due, String reviewDate) {
        Verdict {
            verdict = Texts.of(verdict);
            note = Texts.of(note);
            due = Texts.of(due);
            reviewDate = Texts.of(reviewDate);
        }
    }
}
