package org.capaccueil.shared;

import java.util.UUID;

final class Ids {

    private Ids() {}

    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
