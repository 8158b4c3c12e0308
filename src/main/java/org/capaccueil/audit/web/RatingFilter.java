package org.capaccueil.audit.web;

import java.util.function.Predicate;
import org.capaccueil.audit.domain.AuditPage.RatingRow;

/** What the list of ratings is narrowed to. */
enum RatingFilter {
    ALL("Tout", row -> true),
    GAPS("Écarts seulement", RatingRow::isGap),
    UNRATED("Non cotés", row -> !row.isRated());

    private final String title;
    private final Predicate<RatingRow> shown;

    RatingFilter(String title, Predicate<RatingRow> shown) {
        this.title = title;
        this.shown = shown;
    }

    public String title() {
        return title;
    }

    boolean shows(RatingRow row) {
        return shown.test(row);
    }
}
