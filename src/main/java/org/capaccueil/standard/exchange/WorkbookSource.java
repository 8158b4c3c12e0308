package org.capaccueil.standard.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.jspecify.annotations.Nullable;

/** Puts the sheets of a workbook together to what a file in text form would say, each value with its cell. */
final class WorkbookSource {

    private final Map<SheetLayout, List<Fields>> sheets = new HashMap<>();
    private final Faults faults;

    private WorkbookSource(Faults faults) {
        this.faults = faults;
    }

    static Source read(byte[] file, Faults faults) throws UnreadableFile {
        WorkbookSource source = new WorkbookSource(faults);
        try (XSSFWorkbook book = WorkbookFile.open(file)) {
            source.sheets(book);
        } catch (IOException impossible) {
            throw new IllegalStateException("a workbook in memory could not be closed", impossible);
        }
        return source.whole();
    }

    private void sheets(XSSFWorkbook book) throws UnreadableFile {
        for (Sheet sheet : book) {
            String name = sheet.getSheetName().strip();
            SheetLayout layout = WorkbookLayout.SHEETS.stream()
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
            if (layout != null && sheets.containsKey(layout)) {
                faults.add(new Fault(
                        "feuille " + layout.name(),
                        "elle est là deux fois. Réunissez les deux en une seule, pour que rien ne se perde."));
            } else if (layout != null) {
                sheets.put(layout, SheetReader.read(layout, sheet, faults));
            } else if (!name.equalsIgnoreCase(WorkbookLayout.HELP)) {
                faults.add(new Fault(
                        "feuille " + PlainText.shortened(name),
                        "elle est inconnue et ne serait pas lue. Supprimez-la ou renommez-la ; les feuilles possibles "
                                + "sont "
                                + WorkbookLayout.SHEETS.stream()
                                        .map(SheetLayout::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
            }
        }
        if (!sheets.containsKey(WorkbookLayout.STANDARD)) {
            throw new UnreadableFile(Fault.ofFile("Ce classeur n'a pas de feuille « " + WorkbookLayout.STANDARD.name()
                    + " » : ce n'est pas un référentiel. Partez du classeur à remplir."));
        }
    }

    private Source whole() {
        Fields form = single(WorkbookLayout.STANDARD);
        Map<String, Source> all = new LinkedHashMap<>(form == null ? Map.of() : form.all());
        put(all, "scales", joined(WorkbookLayout.SCALES, WorkbookLayout.LEVELS, "scale", "levels"));
        put(all, "themes", joined(WorkbookLayout.THEMES, WorkbookLayout.CRITERIA, "theme", "criteria"));
        group(all, "label_rules", WorkbookLayout.RULES, WorkbookLayout.LABEL, "levels");
        put(all, "indicators", rows(WorkbookLayout.INDICATORS));
        group(all, "survey", WorkbookLayout.SURVEY, WorkbookLayout.QUESTIONS, "questions");
        return new Fields(all, "feuille " + WorkbookLayout.STANDARD.name());
    }

    private List<Fields> rows(SheetLayout layout) {
        return sheets.getOrDefault(layout, List.of());
    }

    private @Nullable Fields single(SheetLayout layout) {
        return rows(layout).isEmpty() ? null : rows(layout).get(0);
    }

    private static void put(Map<String, Source> all, String name, List<Fields> values) {
        if (!values.isEmpty()) {
            all.put(name, new Items(List.copyOf(values), values.get(0).at()));
        }
    }

    /** A form with the rows that belong to it; nothing when neither says anything. */
    private void group(Map<String, Source> all, String name, SheetLayout form, SheetLayout list, String parts) {
        Fields single = single(form);
        if (single == null && rows(list).isEmpty()) {
            return;
        }
        Map<String, Source> values = new LinkedHashMap<>(single == null ? Map.of() : single.all());
        put(values, parts, rows(list));
        all.put(name, new Fields(values, "feuille " + form.name()));
    }

    /** Each owner with the rows of another sheet that name it by its code. */
    private List<Fields> joined(SheetLayout owners, SheetLayout parts, String owner, String name) {
        Map<String, List<Fields>> byOwner = new LinkedHashMap<>();
        rows(owners).forEach(one -> byOwner.putIfAbsent(code(one, "code"), new ArrayList<>()));
        for (Fields part : rows(parts)) {
            Map<String, Source> values = new LinkedHashMap<>(part.all());
            Source named = values.remove(owner);
            List<Fields> under = byOwner.get(code(part, owner));
            if (named == null) {
                faults.add(part.at(), owner, "", "manque : rien ne dit où ranger cette ligne.");
            } else if (under == null) {
                faults.add(
                        named.at(),
                        owner,
                        "",
                        "vaut " + PlainText.quoted(code(part, owner)) + ", que la feuille " + owners.name()
                                + " ne connaît pas.");
            } else {
                under.add(new Fields(values, part.at()));
            }
        }
        List<Fields> all = new ArrayList<>();
        for (Fields one : rows(owners)) {
            Map<String, Source> values = new LinkedHashMap<>(one.all());
            List<Fields> under = byOwner.remove(code(one, "code"));
            put(values, name, under == null ? List.of() : under);
            all.add(new Fields(values, one.at()));
        }
        return all;
    }

    private static String code(Fields row, String key) {
        return row.all().get(key) instanceof Scalar scalar ? scalar.text().strip() : "";
    }
}
