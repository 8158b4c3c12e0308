package org.capaccueil.improvement.web;

/** What leadership decides on a plan, with the checksum of the PDF that was read. */
final class SigningForms {

    private SigningForms() {}

    record Signing(String sha256, boolean read) {
        Signing {
            sha256 = Texts.of(sha256);
        }
    }

    record SendingBack(String sha256, String reason) {
        SendingBack {
            sha256 = Texts.of(sha256);
            reason = Texts.of(reason);
        }
    }
}
