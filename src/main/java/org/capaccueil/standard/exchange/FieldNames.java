package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey;
import org.jspecify.annotations.Nullable;

/** What the keys and words of the published form are called in French, on pages and in sheets. */
public final class FieldNames {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("code", "Code"),
            Map.entry("version", "Version"),
            Map.entry("kind", "Forme"),
            Map.entry("title_fr", "Intitulé"),
            Map.entry("title_en", "Intitulé en anglais"),
            Map.entry("source", "Source"),
            Map.entry("disclaimer", "Avertissement"),
            Map.entry("origin", "Adapté de"),
            Map.entry("scales", "Échelles"),
            Map.entry("themes", "Thèmes"),
            Map.entry("label_rules", "Règles du label"),
            Map.entry("indicators", "Indicateurs"),
            Map.entry("survey", "Enquête"),
            Map.entry("conform_at", "Conforme à partir de"),
            Map.entry("allows_not_applicable", "Sans objet permis"),
            Map.entry("facets", "Étapes cotées à part"),
            Map.entry("levels", "Niveaux"),
            Map.entry("value", "Valeur"),
            Map.entry("points", "Points"),
            Map.entry("fr", "Texte"),
            Map.entry("group", "Groupe"),
            Map.entry("scale", "Échelle"),
            Map.entry("weight", "Pondération"),
            Map.entry("criteria", "Critères"),
            Map.entry("theme", "Thème"),
            Map.entry("channels", "Canaux"),
            Map.entry("mandatory", "Obligatoire"),
            Map.entry("not_applicable", "Peut être sans objet"),
            Map.entry("applies_if", "Équipes concernées"),
            Map.entry("all_of", "Équipes qui tiennent tous ces canaux"),
            Map.entry("any_of", "Équipes qui tiennent un de ces canaux"),
            Map.entry("at_least", "Équipes qui tiennent au moins ce nombre de canaux"),
            Map.entry("level_minimums", "Points exigés pour un niveau"),
            Map.entry("bronze", "Points exigés pour le bronze"),
            Map.entry("silver", "Points exigés pour l'argent"),
            Map.entry("gold", "Points exigés pour l'or"),
            Map.entry("evidence_fr", "Preuves attendues"),
            Map.entry("methods", "Vérifié par"),
            Map.entry("measured_by", "Indicateurs associés"),
            Map.entry("scope", "Portée"),
            Map.entry("legal_basis", "Base légale"),
            Map.entry("note", "Note"),
            Map.entry("overall_min", "Score global"),
            Map.entry("theme_min", "Score de chaque thème"),
            Map.entry("mandatory_min", "Points des critères obligatoires"),
            Map.entry("max_open_major", "Non-conformités majeures ouvertes admises"),
            Map.entry("minor_to_major_count", "Mineures ouvertes qui valent une majeure"),
            Map.entry("minor_not_closed_next_audit", "Mineure encore ouverte à l'audit suivant"),
            Map.entry("max_na_weight_share_per_theme", "Part sans objet admise par thème"),
            Map.entry("indicator_coverage_min", "Part des indicateurs relevés"),
            Map.entry("validity_months", "Validité du label"),
            Map.entry("surveillance_window_months", "Fenêtre de la surveillance"),
            Map.entry("surveillance_default_month", "Mois de la surveillance"),
            Map.entry("renewal_latest_days_before_expiry", "Renouvellement avant l'échéance"),
            Map.entry("nc_deadlines", "Délais de correction"),
            Map.entry("plan_days", "Délai du plan d'action"),
            Map.entry("major_evidence_months", "Délai de preuve d'une majeure"),
            Map.entry("minor_done_months", "Délai de correction d'une mineure"),
            Map.entry("draft_report_days", "Délai du projet de rapport"),
            Map.entry("right_of_reply_days", "Délai de réponse de l'équipe"),
            Map.entry("final_report_days", "Délai du rapport définitif"),
            Map.entry("provenance", "Origine des seuils"),
            Map.entry("formula", "Formule"),
            Map.entry("unit", "Unité"),
            Map.entry("direction", "Sens"),
            Map.entry("target", "Cible"),
            Map.entry("alert", "Seuil d'alerte"),
            Map.entry("source_fr", "Où relever le chiffre"),
            Map.entry("min_sample", "Base minimale"),
            Map.entry("target_provenance", "Origine de la cible"),
            Map.entry("anonymous", "Réponses anonymes"),
            Map.entry("estimated_minutes", "Durée d'une réponse"),
            Map.entry("questions", "Questions"),
            Map.entry("n", "Numéro"),
            Map.entry("type", "Forme de la réponse"),
            Map.entry("required", "Réponse obligatoire"),
            Map.entry("options", "Réponses possibles"),
            Map.entry("max_chars", "Longueur maximale"));

    private static final Map<String, String> CHANNELS = words(Channel.values(), Channel::code, Channel::title);

    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            Map.entry("channels", CHANNELS),
            Map.entry("all_of", CHANNELS),
            Map.entry("any_of", CHANNELS),
            Map.entry("kind", kinds()),
            Map.entry("scope", words(Criterion.Scope.values(), Criterion.Scope::code, Criterion.Scope::title)),
            Map.entry("methods", words(Criterion.Method.values(), Enum::name, Criterion.Method::title)),
            Map.entry(
                    "facets",
                    words(
                            Arrays.stream(Place.values()).filter(Place::isFacet).toArray(Place[]::new),
                            Place::code,
                            Place::title)),
            Map.entry("levels", words(LabelLevel.values(), LabelLevel::code, LabelLevel::title)),
            Map.entry("type", words(Survey.Type.values(), Survey.Type::code, Survey.Type::title)),
            Map.entry("direction", ordered("higher", "Plus est mieux", "lower", "Moins est mieux")),
            Map.entry(
                    "minor_not_closed_next_audit",
                    ordered("major", "compte pour une majeure", "minor", "reste mineure")));

    /** Shares of 0 to 1, which people read in percent. */
    private static final Set<String> SHARES = Set.of("max_na_weight_share_per_theme", "indicator_coverage_min");

    private FieldNames() {}

    /** « Pondération » for « weight »; the key itself where there is no title, as for a position in a list. */
    public static String title(String key) {
        return TITLES.getOrDefault(key, key);
    }

    /** The words a key may say, each with its title, in their order; empty when it is no closed choice. */
    public static Map<String, String> words(String key) {
        return WORDS.getOrDefault(key, Map.of());
    }

    /** A value of the published form as somebody reads it on a page. */
    public static String text(String key, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "oui" : "non";
        }
        if (value instanceof BigDecimal number) {
            return SHARES.contains(key) ? plain(number.movePointRight(2)) + " %" : plain(number);
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(one -> text(key, one))
                    .collect(Collectors.joining(isOfWords(key, list) ? ", " : "\n"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(part -> within(key, String.valueOf(part.getKey()), part.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return words(key).getOrDefault(value.toString(), value.toString());
    }

    private static boolean isOfWords(String key, Collection<?> list) {
        return !words(key).isEmpty() && list.stream().allMatch(String.class::isInstance);
    }

    /** One value of a group; where the group says which of a closed choice it is about, that is what its code means. */
    private static String within(String group, String key, @Nullable Object value) {
        boolean choice = key.equals("code") && !words(group).isEmpty();
        return choice ? "Niveau : " + text(group, value) : title(key) + " : " + text(key, value);
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest)
                .toPlainString()
                .replace('.', ',');
    }

    private static Map<String, String> kinds() {
        Map<String, String> all = words(Standard.Kind.values(), Standard.Kind::code, Standard.Kind::title);
        all.putAll(words(Scale.Kind.values(), Scale.Kind::code, Scale.Kind::title));
        return all;
    }

    private static Map<String, String> ordered(String first, String title, String second, String secondTitle) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(first, title);
        all.put(second, secondTitle);
        return all;
    }

    private static <T> Map<String, String> words(T[] all, Function<T, String> code, Function<T, String> title) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(all).forEach(one -> words.put(code.apply(one), title.apply(one)));
        return words;
    }
}
