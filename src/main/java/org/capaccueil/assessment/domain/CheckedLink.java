package org.capaccueil.assessment.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.capaccueil.shared.BusinessRefusal;

/** A link that may be shown and followed: http or https only, to a host. */
record CheckedLink(String title, String address) {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_TITLE = 300;

    static CheckedLink of(String title, String address) {
        String given = address.strip();
        if (given.isEmpty()) {
            throw new BusinessRefusal("link", "Donnez l'adresse du document ou de la page.");
        }
        if (given.length() > LONGEST_ADDRESS) {
            throw new BusinessRefusal(
                    "link", "Cette adresse est trop longue (" + LONGEST_ADDRESS + " caractères au plus).");
        }
        URI uri = parse(given);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new BusinessRefusal(
                    "link", "Donnez une adresse complète qui commence par http:// ou https://, celle du navigateur.");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new BusinessRefusal("title", "Ce titre est trop long (" + LONGEST_TITLE + " caractères au plus).");
        }
        return new CheckedLink(title.isBlank() ? given : title.strip(), given);
    }

    private static URI parse(String given) {
        try {
            return new URI(given);
        } catch (URISyntaxException notAnAddress) {
            throw new BusinessRefusal("link", "Cette adresse n'est pas lisible. Copiez-la depuis le navigateur.");
        }
    }
}
