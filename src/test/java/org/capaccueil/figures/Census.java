package org.capaccueil.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The files of the census. {@code generate.py} drew them and {@code expected.py}, which shares no line with the product,
 * reckoned {@code expected.csv} from them; both stand beside them and are run by hand when the census changes.
 */
final class Census {

    private Census() {}

    /** A file as it is. */
    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Census.class.getResourceAsStream("/census/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Its lines by the titles of its columns. */
    static List<Map<String, String>> rows(String file) {
        List<String> lines = text(file).lines().toList();
        String[] titles = lines.get(0).split(";");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < titles.length; i++) {
                row.put(titles[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        text("expected.csv").lines().forEach(line -> {
            int end = line.indexOf(';');
            expected.put(line.substring(0, end), line.substring(end + 1));
        });
        return expected;
    }
}
