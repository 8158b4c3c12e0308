package org.capaccueil.standard.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.SheetLayout.Kind;

/** The sheets of the workbook, in their order. They carry everything the published form can say. */
final class WorkbookLayout {

    static final String HELP = "Lisez-moi";

    static final SheetLayout STANDARD = new SheetLayout(
            "Référentiel",
            true,
            List.of(
                    text("code", "Court et stable d'une version à l'autre : AMQ-START.")
                            .must(),
                    text("version", "Un nouveau numéro à chaque version : 1.0.").must(),
                    Column.of("kind", Kind.WORD, "La forme du référentiel.")
                            .words(titles(Standard.Kind.values()))
                            .must(),
                    text("title_fr", "Le nom que tous liront.").must(),
                    text("title_en", "Sa traduction, si vous l'avez."),
                    text("source", "D'où vient ce référentiel."),
                    text("disclaimer", "Ce qu'il ne prétend pas être ; affiché partout où il l'est."),
                    text("origin.code", "S'il adapte un autre référentiel : le code de celui-ci.")
                            .headed("Adapté de : code"),
                    text("origin.version", "Et la version d'où part l'adaptation.")
                            .headed("Adapté de : version")));

    static final SheetLayout SCALES = new SheetLayout(
            "Échelles",
            false,
            List.of(
                    text("code", "Court, sans espace : maturite-5.").must(),
                    Column.of("kind", Kind.WORD, "Échelons, ou vide : on choisit un échelon. Panneau : 0 à 100 points.")
                            .words(scaleTitles()),
                    number("conform_at", "Points à partir desquels c'est conforme, 0 à 100.")
                            .must(),
                    flag("allows_not_applicable", "« Sans objet » peut-il être répondu ?"),
                    Column.of(
                            "facets", Kind.WORDS, "Seulement sur un panneau : chaque étape citée est cotée à part.")));

    static final SheetLayout LEVELS = new SheetLayout(
            "Échelons",
            false,
            List.of(
                    text("scale", "Le code d'une ligne de la feuille Échelles.").must(),
                    number("value", "Ce que l'on choisit ; sur un panneau, la borne haute de la bande.")
                            .must(),
                    number("points", "Ce que cela vaut, 0 à 100.").must(),
                    text("fr", "Le mot : Conforme.").must()));

    static final SheetLayout THEMES = new SheetLayout(
            "Thèmes",
            false,
            List.of(
                    text("code", "Court, sans espace : ACC.").must(),
                    text("title_fr", "Le nom du thème.").must(),
                    text("title_en", "Sa traduction, si vous l'avez."),
                    text("group", "Le titre sous lequel plusieurs thèmes sont rangés."),
                    text("scale", "Le code d'une ligne de la feuille Échelles."),
                    number("weight", "Sa part du total, comparée à celle des autres.")));

    static final SheetLayout CRITERIA = new SheetLayout(
            "Critères",
            false,
            List.of(
                    text("theme", "Le code d'une ligne de la feuille Thèmes.").must(),
                    text("code", "Court, sans espace : ACC-1.").must(),
                    text("title_fr", "Ce qui est attendu.").must(),
                    text("title_en", "Sa traduction, si vous l'avez."),
                    Column.of("channels", Kind.MARKS, "Un x là où le critère est coté."),
                    number("weight", "Sa part du thème, comparée à celle des autres."),
                    flag("mandatory", "Compte par son canal le plus faible, bloque le label sous le seuil."),
                    flag("not_applicable", "Peut-on répondre « sans objet » ? Jamais pour un critère obligatoire."),
                    Column.of("scope", Kind.WORD, "Équipe : chacune répond. Organisation : une réponse pour toutes."),
                    Column.of("evidence_fr", Kind.SERIES, "Une preuve par colonne ; ajoutez-en au besoin, jusqu'à 30.")
                            .headed("Preuve attendue"),
                    Column.of("methods", Kind.WORDS, "Comment c'est vérifié."),
                    Column.of("measured_by", Kind.SERIES, "Le code d'une ligne de la feuille Indicateurs.")
                            .headed("Indicateur associé"),
                    text("legal_basis", "Le texte dont il vient, s'il y en a un."),
                    text("note", "D'où vient sa rédaction, si cela doit se savoir."),
                    Column.of("applies_if.all_of", Kind.WORDS, "Vide : toutes les équipes."),
                    Column.of("applies_if.any_of", Kind.WORDS, "Vide : toutes les équipes."),
                    number("applies_if.at_least", "Vide : toutes les équipes."),
                    number("level_minimums.bronze", "Vide : rien de plus que son poids."),
                    number("level_minimums.silver", "Vide : rien de plus que son poids."),
                    number("level_minimums.gold", "Vide : rien de plus que son poids.")));

    static final SheetLayout LABEL = new SheetLayout(
            "Niveaux du label",
            false,
            List.of(
                    Column.of("code", Kind.WORD, "Du plus bas au plus haut.")
                            .headed("Niveau")
                            .words(FieldNames.words("levels"))
                            .must(),
                    number("overall_min", "Score global à atteindre, 0 à 100.").must(),
                    number("theme_min", "Score que chaque thème doit atteindre, 0 à 100.")
                            .must()));

    static final SheetLayout RULES = new SheetLayout(
            "Règles du label",
            true,
            List.of(
                    number("mandatory_min", "0 à 100.").must(),
                    number("max_open_major", "0 : aucune.").must(),
                    number("minor_to_major_count", "À partir de ce nombre, elles comptent pour une majeure.")
                            .must(),
                    Column.of("minor_not_closed_next_audit", Kind.WORD, ""),
                    share("max_na_weight_share_per_theme", "Part du poids d'un thème.")
                            .must(),
                    share("indicator_coverage_min", "Part des indicateurs à relever.")
                            .must(),
                    number("validity_months", "En mois.").must(),
                    number("surveillance_window_months.0", "En mois après la décision.")
                            .headed("Fenêtre de la surveillance : du mois"),
                    number("surveillance_window_months.1", "En mois après la décision.")
                            .headed("Fenêtre de la surveillance : au mois"),
                    number("surveillance_default_month", "En mois après la décision."),
                    number("renewal_latest_days_before_expiry", "En jours."),
                    number("nc_deadlines.plan_days", "En jours."),
                    number("nc_deadlines.major_evidence_months", "En mois."),
                    number("nc_deadlines.minor_done_months", "En mois."),
                    number("draft_report_days", "En jours après la visite.").must(),
                    number("right_of_reply_days", "En jours.").must(),
                    number("final_report_days", "En jours.").must(),
                    text("provenance", "D'où viennent ces seuils.")));

    static final SheetLayout INDICATORS = new SheetLayout(
            "Indicateurs",
            false,
            List.of(
                    text("code", "Court, sans espace.").must(),
                    text("title_fr", "Ce qui est mesuré.").must(),
                    text("formula", "Ce qui est divisé par quoi, en mots.").must(),
                    text("unit", "% pour une part, min, h, /10.").must(),
                    Column.of("direction", Kind.WORD, "").must(),
                    number("target", "La valeur à atteindre.").must(),
                    number("alert", "La valeur à partir de laquelle il faut agir.")
                            .must(),
                    Column.of("channels", Kind.MARKS, "Un x là où il est relevé."),
                    text("source_fr", "Où l'équipe lit le chiffre.").must(),
                    number("min_sample", "Sous cette base, la valeur est montrée sans être jugée.")
                            .must(),
                    text("target_provenance", "D'où vient la cible.").must()));

    static final SheetLayout SURVEY = new SheetLayout(
            "Enquête",
            true,
            List.of(
                    text("code", "Vide si le référentiel ne demande rien aux usagers."),
                    text("title_fr", "Le nom de l'enquête."),
                    flag("anonymous", ""),
                    number("estimated_minutes", "En minutes.")));

    static final SheetLayout QUESTIONS = new SheetLayout(
            "Questions",
            false,
            List.of(
                    text("code", "Court, sans espace.").must(),
                    text("fr", "La question.").must(),
                    Column.of("type", Kind.WORD, "Vide : un texte libre."),
                    flag("required", ""),
                    Column.of("options", Kind.SERIES, "Cinq degrés du plus bas au plus haut, ou 2 à 20 choix.")
                            .headed("Réponse possible"),
                    number("max_chars", "Seulement pour un texte libre.")));

    static final List<SheetLayout> SHEETS =
            List.of(STANDARD, THEMES, CRITERIA, SCALES, LEVELS, LABEL, RULES, INDICATORS, SURVEY, QUESTIONS);

    private WorkbookLayout() {}

    private static Column text(String path, String hint) {
        return Column.of(path, Kind.TEXT, hint);
    }

    private static Column number(String path, String hint) {
        return Column.of(path, Kind.NUMBER, hint);
    }

    private static Column share(String path, String hint) {
        return Column.of(path, Kind.SHARE, hint);
    }

    private static Column flag(String path, String hint) {
        return Column.of(path, Kind.FLAG, hint);
    }

    private static Map<String, String> titles(Standard.Kind[] kinds) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Standard.Kind kind : kinds) {
            titles.put(kind.code(), kind.title());
        }
        return titles;
    }

    private static Map<String, String> scaleTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Scale.Kind kind : Scale.Kind.values()) {
            titles.put(kind.code(), kind.title());
        }
        return titles;
    }
}
