package org.capaccueil.indicator.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capaccueil.shared.SealedWorkbook;

/** Recognises how a file is written from its first lines. */
public final class TableDetection {

    private static final int LINES = 50;
    private static final int SIGNS = 64 * 1024;
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?[\\d\\u00a0\\u202f ]+,\\d+");
    private static final Pattern POINT_NUMBER = Pattern.compile("-?[\\d\\u00a0\\u202f ]+\\.\\d+");
    private static final Pattern THREE_PARTS = Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{2,4})(?:[ T].*)?");

    private TableDetection() {}

    public static TableForm of(byte[] file) {
        boolean workbook = SealedWorkbook.isOne(file);
        String charset = workbook ? "UTF-8" : charset(file);
        char delimiter = workbook ? ';' : delimiter(beginning(file, charset));
        List<List<Cell>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Table.read(
                file,
                new TableForm(workbook, charset, delimiter, ',', DateOrder.DAY_FIRST, 1),
                new TableFaults(),
                (line, cells) -> {
                    rows.add(cells);
                    lines.add(line);
                    return rows.size() < LINES;
                });
        int header = header(rows);
        List<String> samples = rows.stream()
                .skip(header + 1L)
                .flatMap(List::stream)
                // what is a number or a day in a workbook is not written in any way
                .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                .map(Cell::text)
                .toList();
        return new TableForm(
                workbook, charset, delimiter, decimal(samples), dates(samples), rows.isEmpty() ? 1 : lines.get(header));
    }

    /** The first row that is as wide as most of them: tools write a title and the period above their columns. */
    private static int header(List<List<Cell>> rows) {
        Map<Integer, Long> widths = rows.stream()
                .map(TableDetection::width)
                .filter(width -> width > 1)
                .collect(Collectors.groupingBy(width -> width, LinkedHashMap::new, Collectors.counting()));
        long most = widths.values().stream().mapToLong(Long::longValue).max().orElse(0);
        int usual = widths.entrySet().stream()
                .filter(one -> one.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            if (width(rows.get(i)) >= usual) {
                return i;
            }
        }
        return 0;
    }

    private static int width(List<Cell> cells) {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    static boolean isWideText(byte[] file) {
        return charset(file).startsWith("UTF-16");
    }

    /** By the mark in front; else UTF-8 where the whole file is, UTF-16 where every other byte is empty. */
    static String charset(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(file.length, SIGNS) & ~1;
        for (int i = 0; i < looked; i += 2) {
            even += file[i] == 0 ? 1 : 0;
            odd += file[i + 1] == 0 ? 1 : 0;
        }
        if (looked > 0 && even == 0 && odd > looked / 4) {
            return "UTF-16LE";
        }
        if (looked > 0 && odd == 0 && even > looked / 4) {
            return "UTF-16BE";
        }
        return isUtf8(file) ? "UTF-8" : "windows-1252";
    }

    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            decoder.decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean startsWith(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> beginning(byte[] file, String charset) {
        return new String(file, 0, Math.min(file.length, SIGNS), java.nio.charset.Charset.forName(charset))
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
    }

    /** What stands equally often, outside quotes, on most lines. */
    private static char delimiter(List<String> lines) {
        return TableForm.DELIMITERS.keySet().stream()
                .max(Comparator.comparingInt(candidate -> score(lines, candidate)))
                .filter(best -> score(lines, best) > 0)
                .orElse(';');
    }

    private static int score(List<String> lines, char candidate) {
        List<Integer> counts =
                lines.stream().map(line -> count(line, candidate)).toList();
        int usual = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        long alike = counts.stream().filter(count -> count == usual).count();
        return usual == 0 ? 0 : (int) (alike * 100 / lines.size()) * 100 + Math.min(usual, 99);
    }

    private static int count(String line, char candidate) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == candidate && !quoted) {
                count++;
            }
        }
        return count;
    }

    private static char decimal(List<String> samples) {
        long commas = samples.stream()
                .filter(one -> COMMA_NUMBER.matcher(one).matches())
                .count();
        long points = samples.stream()
                .filter(one -> POINT_NUMBER.matcher(one).matches())
                .count();
        return points > commas ? '.' : ',';
    }

    private static DateOrder dates(List<String> samples) {
        DateOrder order = DateOrder.DAY_FIRST;
        for (String sample : samples) {
            Matcher parts = THREE_PARTS.matcher(sample);
            if (!parts.matches()) {
                continue;
            }
            if (parts.group(1).length() == 4) {
                return DateOrder.YEAR_FIRST;
            }
            if (Integer.parseInt(parts.group(1)) > 12) {
                return DateOrder.DAY_FIRST;
            }
            if (Integer.parseInt(parts.group(2)) > 12) {
                order = DateOrder.MONTH_FIRST;
            }
        }
        return order;
    }
}
