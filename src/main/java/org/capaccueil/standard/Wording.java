package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.shared.Channel;

/** Values of a standard as sentences say them. */
final class Wording {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Wording() {}

    /** « 62,5 »; equal numbers have the same words. */
    static String number(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return plain.replace('.', ',');
    }

    /** A share of 0 to 1, « 20 % ». */
    static String percent(BigDecimal share) {
        return number(share.multiply(HUNDRED)) + " %";
    }

    /** « Guichet, Téléphone » in the usual order. */
    static String channels(Collection<Channel> channels) {
        return channels.stream().sorted().map(Channel::title).collect(Collectors.joining(", "));
    }

    static String list(List<String> words) {
        return words.isEmpty() ? "rien" : String.join(", ", words);
    }

    static String yes(boolean fact) {
        return fact ? "oui" : "non";
    }
}
