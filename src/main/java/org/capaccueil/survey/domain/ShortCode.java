package org.capaccueil.survey.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands in the address of a survey: short enough to be typed from a poster, and not to be guessed. */
final class ShortCode {

    /** Neither i, l, o nor u: nobody takes one character for another, and no word comes about. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    /** 2^50 codes. */
    private static final int LENGTH = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCode() {}

    static String random() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** As it was meant: capitals and letters that look alike are read as what they stand for. */
    static String read(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }
}
