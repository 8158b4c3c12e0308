package org.capaccueil.survey.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A poster at a point.
 *
 * @param code picture of the QR code, PNG
 * @param address what is typed where nothing can be scanned
 * @param until the last day, in words
 */
record Poster(
        String commune, String headline, String place, byte[] code, String address, String minutes, String until) {

    /** The design below {@code reports/} this record fills. */
    static final String DESIGN = "survey/poster";

    Poster {
        code = code.clone();
    }

    public InputStream picture() {
        return new ByteArrayInputStream(code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Poster that && address.equals(that.address) && Arrays.equals(code, that.code);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return "poster to " + address;
    }
}
