package org.capaccueil.shared;

import java.util.BitSet;

/** A text some passages are left out of, before others read it. */
public final class Masked {

    /** What stands in a passage's place. */
    public static final String MARK = "[…]";

    private Masked() {}

    /**
     * What is left to read. Passages may overlap: what any of them covers is left out, wherever it stands.
     *
     * @param passages one a line, as they were written
     * @param nothingLeft the sentence that refuses to leave everything out
     */
    public static String of(String written, String passages, String nothingLeft) {
        BitSet hidden = new BitSet(written.length());
        passages.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(passage -> {
            if (!written.contains(passage)) {
                throw new BusinessRefusal(
                        "mask",
                        "« " + passage + " » n'est pas dans le texte : recopiez le passage tel qu'il est écrit.");
            }
            for (int at = written.indexOf(passage); at >= 0; at = written.indexOf(passage, at + 1)) {
                hidden.set(at, at + passage.length());
            }
        });
        StringBuilder shown = new StringBuilder();
        boolean readable = false;
        for (int from = 0, to; from < written.length(); from = to) {
            if (hidden.get(from)) {
                to = hidden.nextClearBit(from);
                shown.append(MARK);
            } else {
                int next = hidden.nextSetBit(from);
                to = next < 0 ? written.length() : next;
                String left = written.substring(from, to);
                readable |= !left.isBlank();
                shown.append(left);
            }
        }
        if (!readable) {
            throw new BusinessRefusal("mask", nothingLeft);
        }
        return shown.toString();
    }
}
