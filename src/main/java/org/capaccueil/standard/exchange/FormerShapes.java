package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * The shapes standards were exchanged in before there was one: a checklist with a single scale, the 0-100 panels of CAF
 * 2020 and a tree of commitments. They are rewritten to the published form, value by value with its place, and whatever
 * had to be filled in is said.
 */
final class FormerShapes {

    private static final Map<String, String> PHASES = Map.ofEntries(
            Map.entry("NONE", "Rien d'établi"),
            Map.entry("PLAN", "Planifié"),
            Map.entry("DO", "Déployé"),
            Map.entry("CHECK", "Vérifié"),
            Map.entry("ACT", "Ajusté"),
            Map.entry("PDCA", "Cycle complet, comparé"),
            Map.entry("NOT_MEASURED", "Non mesuré"),
            Map.entry("NEGATIVE_OR_OFF_TARGET", "En recul ou loin des cibles"),
            Map.entry("FLAT_OR_SOME_TARGETS", "Stable ou quelques cibles atteintes"),
            Map.entry("IMPROVING_OR_MOST_TARGETS", "En progrès ou la plupart des cibles atteintes"),
            Map.entry("SUBSTANTIAL_OR_ALL_TARGETS", "Progrès nets ou toutes les cibles atteintes"),
            Map.entry("EXCELLENT_SUSTAINED_COMPARED", "Excellent, durable et comparé"));

    private static final String CONFORM_AT = "50";
    private static final List<String> KEPT = List.of("0", "25", "50", "75", "100");
    private static final List<String> KEPT_WORDS =
            List.of("Non tenu", "Ébauché", "Partiellement tenu", "Tenu", "Tenu et démontré");

    private final List<String> notices;

    private FormerShapes(List<String> notices) {
        this.notices = notices;
    }

    static Source rewritten(Source source, List<String> notices) {
        if (!(source instanceof Fields file)) {
            return source;
        }
        FormerShapes shapes = new FormerShapes(notices);
        Map<String, Source> all = new LinkedHashMap<>(file.all());
        if (all.containsKey("scale") && !all.containsKey("scales")) {
            Source scale = all.remove("scale");
            all.put("scales", new Items(List.of(scale), scale.at()));
        } else if (all.containsKey("commitments") && !all.containsKey("themes")) {
            shapes.commitments(all, file.at());
        } else if (all.get("scales") instanceof Fields scales && !all.containsKey("themes")) {
            shapes.panels(all, scales, file.at());
        }
        return new Fields(all, file.at());
    }

    private void panels(Map<String, Source> all, Fields scales, String at) {
        List<Source> panels = new ArrayList<>();
        scales.all().forEach((code, bands) -> panels.add(panel(code, bands)));
        all.put("scales", new Items(panels, scales.at()));
        notices.add("Le fichier ne dit pas à partir de combien de points un critère est conforme : " + CONFORM_AT
                + " points sur chaque panneau. Vérifiez ce nombre dans le brouillon.");
        int untranslated = 0;
        List<Source> themes = new ArrayList<>();
        for (Source criterion : items(all.remove("criteria"))) {
            if (criterion instanceof Fields fields) {
                Map<String, Source> theme = new LinkedHashMap<>(fields.all());
                rename(theme, "number", "code");
                rename(theme, "panel", "scale");
                rename(theme, "sub", "criteria");
                List<Source> parts = new ArrayList<>();
                for (Source part : items(theme.get("criteria"))) {
                    untranslated += part instanceof Fields sub && !sub.all().containsKey("title_fr") ? 1 : 0;
                    parts.add(subCriterion(part));
                }
                theme.put("criteria", new Items(parts, fields.at()));
                themes.add(new Fields(theme, fields.at()));
            } else {
                themes.add(criterion);
            }
        }
        all.put("themes", new Items(themes, at));
        if (untranslated > 0) {
            notices.add(
                    untranslated + " intitulés n'existent qu'en anglais : ils sont repris tels quels. Traduisez-les "
                            + "dans le brouillon avant de publier.");
        }
        titled(all);
    }

    private static Source panel(String code, Source bands) {
        List<Source> levels = new ArrayList<>();
        for (Source band : items(bands)) {
            if (band instanceof Fields fields) {
                Map<String, Source> level = new LinkedHashMap<>(fields.all());
                rename(level, "max", "value");
                Source value = level.get("value");
                if (value != null) {
                    level.putIfAbsent("points", value);
                }
                rename(level, "phase", "fr");
                if (level.get("fr") instanceof Scalar scalar) {
                    level.put("fr", text(PHASES.getOrDefault(scalar.text(), scalar.text()), scalar.at()));
                }
                levels.add(new Fields(level, fields.at()));
            } else {
                levels.add(band);
            }
        }
        Map<String, Source> panel = new LinkedHashMap<>();
        panel.put("code", text(code, bands.at()));
        panel.put("kind", text("panel", bands.at()));
        panel.put("conform_at", number(CONFORM_AT, bands.at()));
        panel.put("levels", new Items(levels, bands.at()));
        return new Fields(panel, bands.at());
    }

    private static Source subCriterion(Source part) {
        if (!(part instanceof Fields fields)) {
            return part;
        }
        Map<String, Source> criterion = new LinkedHashMap<>(fields.all());
        if (criterion.get("title_check") instanceof Scalar check && !criterion.containsKey("note")) {
            criterion.remove("title_check");
            criterion.put("note", text("title_check: " + check.text(), check.at()));
        }
        Source english = criterion.get("title_en");
        if (english != null) {
            criterion.putIfAbsent("title_fr", english);
        }
        criterion.putIfAbsent("not_applicable", new Scalar(Type.FLAG, "false", fields.at()));
        return new Fields(criterion, fields.at());
    }

    private void commitments(Map<String, Source> all, String at) {
        List<Source> themes = new ArrayList<>();
        for (Source commitment : items(all.remove("commitments"))) {
            if (commitment instanceof Fields fields) {
                Map<String, Source> theme = new LinkedHashMap<>(fields.all());
                rename(theme, "pillar", "group");
                rename(theme, "requirements", "criteria");
                themes.add(new Fields(theme, fields.at()));
            } else {
                themes.add(commitment);
            }
        }
        Source cross = all.remove("cross");
        if (cross != null) {
            themes.add(crossTheme(cross));
        }
        all.put("themes", new Items(themes, at));
        if (!all.containsKey("scales")) {
            all.put("scales", new Items(List.of(kept(at)), at));
            notices.add("Le fichier ne donne pas d'échelle : chaque exigence se cote de « Non tenu » à « Tenu et "
                    + "démontré », conforme à partir de « Tenu ».");
        }
        titled(all);
    }

    /** What crosses all commitments is asked once, of the organisation. */
    private static Source crossTheme(Source cross) {
        List<Source> criteria = new ArrayList<>();
        for (Source one : items(cross)) {
            if (one instanceof Fields fields) {
                Map<String, Source> criterion = new LinkedHashMap<>(fields.all());
                criterion.putIfAbsent("scope", text("organisation", fields.at()));
                criteria.add(new Fields(criterion, fields.at()));
            } else {
                criteria.add(one);
            }
        }
        Map<String, Source> theme = new LinkedHashMap<>();
        theme.put("code", text("X", cross.at()));
        theme.put("title_fr", text("Engagements transverses", cross.at()));
        theme.put("group", text("transverse", cross.at()));
        theme.put("criteria", new Items(criteria, cross.at()));
        return new Fields(theme, cross.at());
    }

    private static Source kept(String at) {
        List<Source> levels = new ArrayList<>();
        for (int i = 0; i < KEPT.size(); i++) {
            levels.add(new Fields(
                    Map.of(
                            "value", number(String.valueOf(i), at),
                            "points", number(KEPT.get(i), at),
                            "fr", text(KEPT_WORDS.get(i), at)),
                    at));
        }
        Map<String, Source> scale = new LinkedHashMap<>();
        scale.put("code", text("tenue-5", at));
        scale.put("conform_at", number("75", at));
        scale.put("allows_not_applicable", new Scalar(Type.FLAG, "true", at));
        scale.put("levels", new Items(levels, at));
        return new Fields(scale, at);
    }

    private void titled(Map<String, Source> all) {
        Source title = all.get("code");
        if (!all.containsKey("title_fr") && title != null) {
            all.put("title_fr", title);
            notices.add("Le fichier ne donne pas d'intitulé : son code en tient lieu. Changez-le dans le brouillon.");
        }
    }

    /** Where the file says both, the former key stays and is refused as unknown: neither value is lost. */
    private static void rename(Map<String, Source> fields, String from, String to) {
        if (fields.containsKey(from) && !fields.containsKey(to)) {
            fields.put(to, fields.remove(from));
        }
    }

    private static List<Source> items(@Nullable Source source) {
        return source instanceof Items items ? items.all() : source == null ? List.of() : List.of(source);
    }

    private static Source text(String text, String at) {
        return new Scalar(Type.TEXT, text, at);
    }

    private static Source number(String text, String at) {
        return new Scalar(Type.NUMBER, text, at);
    }
}
