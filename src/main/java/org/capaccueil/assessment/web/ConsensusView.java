package org.capaccueil.assessment.web;

import java.util.Locale;
import java.util.function.Predicate;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.jspecify.annotations.Nullable;

/** Which points of a theme the meeting looks at. */
enum ConsensusView {
    ALL("Tout", point -> true),
    DISCUSS("À discuter", Point::isToDiscuss),
    DECIDED("Décidés", Point::isDecided);

    private final String title;
    private final Predicate<Point> shows;

    ConsensusView(String title, Predicate<Point> shows) {
        this.title = title;
        this.shows = shows;
    }

    /** « discuss »: what addresses carry; anything unknown shows everything. */
    static ConsensusView of(@Nullable String code) {
        for (ConsensusView view : values()) {
            if (view.code().equals(code)) {
                return view;
            }
        }
        return ALL;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public boolean shows(Point point) {
        return shows.test(point);
    }
}
