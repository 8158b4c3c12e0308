package org.capaccueil.standard.domain;

import java.nio.charset.StandardCharsets;
import org.capaccueil.shared.Checksum;

/** A short fingerprint: the same for the same content, another for any other. */
final class Seal {

    private Seal() {}

    static String of(Object content) {
        return Checksum.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
