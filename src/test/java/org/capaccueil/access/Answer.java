package org.capaccueil.access;

/** What somebody got to a request, as far as access goes. */
enum Answer {
    /** The page, the deed, or the form back with what is wrong in it: the door was passed. */
    OPENED,
    /** Sees it, and is told who may do this. */
    REFUSED,
    /** Does not exist, or not for this person. */
    HIDDEN,
    /** The step is not open, or not this person's. */
    CLOSED,
    /** Who are you? */
    SIGN_IN,
    /** Neither an answer nor a denial: the request was wrong, or the application. */
    BROKEN;

    static Answer of(int status, String location) {
        return switch (status) {
            case 401 -> SIGN_IN;
            case 403 -> REFUSED;
            case 404 -> HIDDEN;
            case 409 -> CLOSED;
            case 422 -> OPENED;
            default ->
                status >= 200 && status < 300
                        ? OPENED
                        : status >= 300 && status < 400 ? location.endsWith("/login") ? SIGN_IN : OPENED : BROKEN;
        };
    }
}
