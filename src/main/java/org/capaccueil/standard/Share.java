package org.capaccueil.standard;

/** A weight among others, as people compare them. */
final class Share {

    private Share() {}

    /** « 14 % », rounded; « 0 % » of nothing. */
    static String of(int weight, int total) {
        return (total <= 0 ? 0 : Math.round(100.0 * weight / total)) + " %";
    }
}
