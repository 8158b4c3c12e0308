package org.capaccueil.standard.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.springframework.web.util.UriUtils;

/** Parts as addresses name them. */
final class PartAddress {

    private PartAddress() {}

    static Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.code().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** One of several; what a standard has once has no code. */
    static PartId of(String word, String code) {
        Part part = part(word);
        if (part.isSingle()) {
            throw new NotFound();
        }
        return new PartId(part, code);
    }

    /** Its page in the editor, behind the editor's own address. */
    static String page(PartId part) {
        String page = "/" + part.part().code();
        return part.code().isEmpty()
                ? page
                : page + "/" + UriUtils.encodePathSegment(part.code(), StandardCharsets.UTF_8);
    }

    /** Its place on the editor's first page. */
    static String anchor(PartId part) {
        String code = part.part().isSingle() ? "" : "-" + UriUtils.encodeFragment(part.code(), StandardCharsets.UTF_8);
        return "#" + part.part().code() + code;
    }
}
