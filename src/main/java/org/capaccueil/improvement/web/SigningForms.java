package org.capaccueil.improvement.web;

import org.jspecify.annotations.Nullable;

/** What leadership decides on a plan, with the checksum of the PDF that was read. */
final class SigningForms {

    private SigningForms() {}

    record Signing(String sha256, @Nullable Boolean read) {
        Signing {
            sha256 = Texts.of(sha256);
            read = Boolean.TRUE.equals(read);
        }
    }

    record SendingBack(String sha256, String reason) {
        SendingBack {
            sha256 = Texts.of(sha256);
            reason = Texts.of(reason);
        }
    }
}
