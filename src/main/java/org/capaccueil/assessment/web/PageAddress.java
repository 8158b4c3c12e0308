package org.capaccueil.assessment.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where an answer stands on a page. Codes may have accents, and the header that leads there holds none. */
final class PageAddress {

    private PageAddress() {}

    static String theme(String page, String theme) {
        return page + "?theme=" + encoded(theme);
    }

    static String anchor(String id) {
        return "#" + encoded(id);
    }

    private static String encoded(String code) {
        return UriUtils.encode(code, StandardCharsets.UTF_8);
    }
}
