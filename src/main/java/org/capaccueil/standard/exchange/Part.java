package org.capaccueil.standard.exchange;

import java.util.List;

/** What of a standard is filled in at once on a page, with the keys it has in the published form. */
public enum Part {
    STANDARD("standard", "référentiel", "title_fr", "title_en", "source", "disclaimer"),
    THEME("theme", "thème", "code", "title_fr", "title_en", "group", "scale", "weight"),
    CRITERION(
            "criterion",
            "critère",
            "code",
            "theme",
            "title_fr",
            "title_en",
            "channels",
            "weight",
            "mandatory",
            "not_applicable",
            "scope",
            "evidence_fr",
            "methods",
            "measured_by",
            "legal_basis",
            "note",
            "applies_if",
            "level_minimums"),
    SCALE("scale", "échelle", "code", "kind", "conform_at", "allows_not_applicable", "facets", "levels"),
    RULES(
            "rules",
            "règles du label",
            "levels",
            "mandatory_min",
            "max_open_major",
            "minor_to_major_count",
            "minor_not_closed_next_audit",
            "max_na_weight_share_per_theme",
            "indicator_coverage_min",
            "validity_months",
            "surveillance_window_months",
            "surveillance_default_month",
            "renewal_latest_days_before_expiry",
            "nc_deadlines",
            "draft_report_days",
            "right_of_reply_days",
            "final_report_days",
            "provenance"),
    INDICATOR(
            "indicator",
            "indicateur",
            "code",
            "title_fr",
            "formula",
            "unit",
            "direction",
            "target",
            "alert",
            "channels",
            "source_fr",
            "min_sample",
            "target_provenance"),
    SURVEY("survey", "enquête", "code", "title_fr", "anonymous", "estimated_minutes"),
    QUESTION("question", "question", "code", "fr", "type", "required", "options", "max_chars");

    private final String code;
    private final String title;
    private final List<String> keys;

    Part(String code, String title, String... keys) {
        this.code = code;
        this.title = title;
        this.keys = List.of(keys);
    }

    /** The word addresses use. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Its own values, without the parts that stand under it. */
    public List<String> keys() {
        return keys;
    }

    /** Whether a standard has one of it at most, which then needs no code to be found. */
    public boolean isSingle() {
        return this == STANDARD || this == RULES || this == SURVEY;
    }
}
