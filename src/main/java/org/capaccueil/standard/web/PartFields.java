package org.capaccueil.standard.web;

import static org.capaccueil.standard.web.PartField.line;
import static org.capaccueil.standard.web.PartField.number;
import static org.capaccueil.standard.web.PartField.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.exchange.FieldNames;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.web.PartField.Input;

/** What the page of each part asks, in its order. */
final class PartFields {

    private static final String SHORT_CODE =
            "Court, sans espace : ACC-1. Il relie les versions entre elles ; ne le changez que si le sens change.";

    private PartFields() {}

    static List<PartField> of(Part part, Standard standard) {
        return switch (part) {
            case STANDARD ->
                List.of(
                        line("title_fr"),
                        line("title_en").optional(),
                        PartField.of("source", Input.TEXT)
                                .hint("D'où vient ce référentiel.")
                                .optional(),
                        PartField.of("disclaimer", Input.TEXT)
                                .hint("Ce qu'il ne prétend pas être ; affiché partout où il l'est.")
                                .optional());
            case THEME ->
                List.of(
                        line("code").hint(SHORT_CODE),
                        line("title_fr"),
                        line("title_en").optional(),
                        line("group")
                                .hint("Le titre sous lequel plusieurs thèmes sont rangés.")
                                .optional(),
                        PartField.of("scale", Input.CHOICE)
                                .options(titles(standard.scales(), Scale::code, Scale::code))
                                .hint("Sur quoi ses critères sont cotés."),
                        number("weight", null).hint("Sa part du total, comparée à celle des autres thèmes."));
            case CRITERION -> criterion(standard);
            case SCALE ->
                List.of(
                        line("code").hint("Court, sans espace : maturite-5."),
                        PartField.of("kind", Input.CHOICE)
                                .options(titles(List.of(Scale.Kind.values()), Scale.Kind::code, Scale.Kind::title)),
                        rows("levels", number("value", null), number("points", "sur 100"), line("fr"))
                                .hint(
                                        "Du plus bas au plus haut. Sur un panneau, une bande vaut sa borne haute. Une ligne "
                                                + "vide n'est pas enregistrée."),
                        number("conform_at", "points"),
                        PartField.of("allows_not_applicable", Input.FLAG),
                        PartField.of("facets", Input.CHOICES)
                                .hint("Seulement sur un panneau : chaque étape cochée est cotée à part.")
                                .optional());
            case RULES -> rules();
            case INDICATOR ->
                List.of(
                        line("code").hint("Court, sans espace : ATTENTE."),
                        line("title_fr"),
                        line("formula").hint("Ce qui est divisé par quoi, en mots."),
                        line("unit").hint("% pour une part, min, h, /10."),
                        PartField.of("direction", Input.CHOICE),
                        number("target", null),
                        number("alert", null).hint("À partir d'ici, il faut agir tout de suite."),
                        PartField.of("channels", Input.CHOICES),
                        line("source_fr"),
                        number("min_sample", null).hint("Sous cette base, la valeur est montrée sans être jugée."),
                        line("target_provenance"));
            case SURVEY ->
                List.of(
                        line("code").hint("Court, sans espace."),
                        line("title_fr"),
                        PartField.of("anonymous", Input.FLAG),
                        number("estimated_minutes", "minutes"));
            case QUESTION ->
                List.of(
                        line("code").hint("Court, sans espace."),
                        PartField.of("fr", Input.TEXT),
                        PartField.of("type", Input.CHOICE),
                        PartField.of("required", Input.FLAG),
                        PartField.of("options", Input.LINES)
                                .hint(
                                        "Une réponse par ligne : cinq degrés du plus bas au plus haut, deux choix au moins, "
                                                + "aucune pour un texte libre.")
                                .optional(),
                        number("max_chars", "caractères")
                                .hint("Seulement pour un texte libre.")
                                .optional());
        };
    }

    private static List<PartField> criterion(Standard standard) {
        return List.of(
                line("code").hint(SHORT_CODE),
                PartField.of("theme", Input.CHOICE).options(titles(standard.themes(), Theme::code, Theme::titleFr)),
                line("title_fr"),
                line("title_en").optional(),
                PartField.of("scope", Input.CHOICE)
                        .hint("Chaque équipe répond pour ses canaux, ou l'organisation répond une fois pour toutes."),
                PartField.of("channels", Input.CHOICES)
                        .hint("Là où il est coté. Aucun : il est coté une fois par équipe.")
                        .optional(),
                number("weight", null).hint("Sa part du thème, comparée à celle des autres critères."),
                PartField.of("mandatory", Input.FLAG)
                        .hint("Compte par son canal le plus faible, et bloque le label sous le seuil."),
                PartField.of("not_applicable", Input.FLAG).hint("Jamais pour un critère obligatoire."),
                PartField.of("evidence_fr", Input.LINES)
                        .hint("Une preuve par ligne.")
                        .optional(),
                PartField.of("methods", Input.CHOICES).optional(),
                PartField.of("measured_by", Input.LINES)
                        .hint("Un code d'indicateur par ligne, 5 au plus : leurs chiffres sont montrés à qui cote.")
                        .optional(),
                line("legal_basis").optional(),
                PartField.of("note", Input.TEXT)
                        .hint("D'où vient sa rédaction, si cela doit se savoir.")
                        .optional(),
                PartField.of("applies_if.all_of", Input.CHOICES)
                        .options(FieldNames.words("channels"))
                        .hint("Rien de coché : toutes les équipes.")
                        .optional(),
                PartField.of("applies_if.any_of", Input.CHOICES)
                        .options(FieldNames.words("channels"))
                        .optional(),
                number("applies_if.at_least", "canaux").optional(),
                number("level_minimums.bronze", "points").optional(),
                number("level_minimums.silver", "points").optional(),
                number("level_minimums.gold", "points")
                        .hint("Vide : le niveau ne demande rien de plus à ce critère que son poids.")
                        .optional());
    }

    private static List<PartField> rules() {
        return List.of(
                rows(
                                "levels",
                                PartField.of("code", Input.CHOICE).options(FieldNames.words("levels")),
                                number("overall_min", "points"),
                                number("theme_min", "points"))
                        .hint("Du plus bas au plus haut, avec des seuils croissants."),
                number("mandatory_min", "points"),
                number("max_open_major", null),
                number("minor_to_major_count", null),
                PartField.of("minor_not_closed_next_audit", Input.CHOICE),
                percent("max_na_weight_share_per_theme"),
                percent("indicator_coverage_min"),
                number("validity_months", "mois"),
                new PartField("surveillance_window_months", Input.RANGE, null, "mois", Map.of(), List.of(), true),
                number("surveillance_default_month", "mois"),
                number("renewal_latest_days_before_expiry", "jours"),
                number("nc_deadlines.plan_days", "jours"),
                number("nc_deadlines.major_evidence_months", "mois"),
                number("nc_deadlines.minor_done_months", "mois"),
                number("draft_report_days", "jours"),
                number("right_of_reply_days", "jours"),
                number("final_report_days", "jours"),
                PartField.of("provenance", Input.TEXT)
                        .hint("D'où viennent ces seuils.")
                        .optional());
    }

    private static PartField percent(String path) {
        return new PartField(path, Input.PERCENT, null, "%", Map.of(), List.of(), true);
    }

    private static <T> Map<String, String> titles(List<T> all, Function<T, String> code, Function<T, String> title) {
        return all.stream().collect(Collectors.toMap(code, title, (first, second) -> first, LinkedHashMap::new));
    }
}
