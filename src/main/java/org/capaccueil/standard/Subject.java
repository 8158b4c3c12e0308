package org.capaccueil.standard;

import java.util.List;
import java.util.Objects;
import org.capaccueil.standard.Change.Kind;
import org.capaccueil.standard.Change.Part;
import org.jspecify.annotations.Nullable;

/**
 * A part of a standard that is compared, with its French name, and where what changes about it is noted.
 *
 * @param the starts a sentence: « Le critère ACC-1 « Horaires » »
 * @param of follows a noun: « du critère ACC-1 « Horaires » »
 */
record Subject(Part part, String code, String title, String the, String of, List<Change> changes) {

    private static final int LONGEST_TITLE = 120;

    static Subject of(Part part, String code, String title, String the, String of, List<Change> changes) {
        String name = " " + code + " « " + shortened(title) + " »";
        return new Subject(part, code, title, the + name, of + name, changes);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE))) + "…";
    }

    void added(String sentence) {
        note(Kind.ADDED, sentence);
    }

    void removed(String sentence) {
        note(Kind.REMOVED, sentence);
    }

    void moved(String sentence) {
        note(Kind.MOVED, sentence);
    }

    void reweighted(String sentence) {
        note(Kind.REWEIGHTED, sentence);
    }

    void changed(String sentence) {
        note(Kind.CHANGED, sentence);
    }

    private void note(Kind kind, String sentence) {
        changes.add(new Change(kind, part, code, title, sentence, null, null));
    }

    /** Notes a text that is another one now; the page shows both. */
    void text(String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            String verb = before == null ? "Ajouté : " : after == null ? "Retiré : " : "Reformulé : ";
            changes.add(new Change(Kind.REWORDED, part, code, title, verb + what + " " + of + ".", before, after));
        }
    }

    /** Notes a list of texts that says something else now. */
    void texts(String what, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changes.add(new Change(
                    Kind.REWORDED,
                    part,
                    code,
                    title,
                    "Reformulé : " + what + " " + of + ".",
                    String.join("\n", before),
                    String.join("\n", after)));
        }
    }

    /** Notes a value that is another one now: « L'indicateur FCR « … » : cible 80 % au lieu de 70 %. ». */
    void value(String what, String before, String after) {
        if (!before.equals(after)) {
            changed(the + " : " + what + " " + after + " au lieu de " + before + ".");
        }
    }
}
