package org.capaccueil.web;

/** What a page of ours may load. A class of its own, so that the style guide is tried under the very same words. */
public final class ContentSecurityPolicy {

    /** style-src-attr: the diagram viewer positions its elements with style attributes. No inline script anywhere. */
    public static final String DIRECTIVES = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "frame-ancestors 'none'; form-action 'self'; base-uri 'self'; object-src 'none'";

    private ContentSecurityPolicy() {}

    /** The same, where signing out goes on at another address: browsers follow a form's answer only to what is named. */
    static String leadingTo(String origin) {
        return DIRECTIVES.replace("form-action 'self'", "form-action 'self' " + origin);
    }
}
