package org.capaccueil.standard.web;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.exchange.Fault;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.StandardFormats;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a draft, with where.
 *
 * @param page behind the editor's own address
 */
record PartLink(String page, String text) {

    private static final Pattern PLACE = Pattern.compile(
            "(?:survey\\.)?(themes|scales|indicators|questions)(?:\\[(\\d+)](?:\\.criteria\\[(\\d+)])?)?.*");

    /** Everything that keeps a draft from being published. */
    static List<PartLink> faults(Standard draft) {
        return StandardFormats.check(draft).faults().stream()
                .map(fault -> new PartLink(page(draft, fault), fault.sentence()))
                .toList();
    }

    /** The themes and criteria that nobody has translated yet. */
    static List<PartLink> withoutEnglish(Standard draft) {
        return draft.themes().stream()
                .flatMap(theme -> Stream.concat(
                        Stream.of(theme)
                                .filter(one -> one.titleEn() == null)
                                .map(one -> to(new PartId(Part.THEME, one.code()), one.titleFr())),
                        theme.criteria().stream()
                                .filter(one -> one.titleEn() == null)
                                .map(one -> to(new PartId(Part.CRITERION, one.code()), one.titleFr()))))
                .toList();
    }

    private static PartLink to(PartId part, String title) {
        return new PartLink(PartAddress.page(part), part.code() + " · " + title);
    }

    /** What a list lacks is added on the editor's first page, everything else is mended on the page of its part. */
    private static String page(Standard draft, Fault fault) {
        Matcher place = PLACE.matcher(fault.at());
        if (!place.matches()) {
            return alone(fault);
        }
        if (place.group(2) == null) {
            return place.group(1).equals("questions") ? "#survey" : "#" + place.group(1);
        }
        PartId part = part(draft, place.group(1), Integer.parseInt(place.group(2)), place.group(3));
        return part.code().isEmpty() || fault.key().equals("criteria")
                ? PartAddress.anchor(part)
                : PartAddress.page(part);
    }

    /** Of what a standard has once. */
    private static String alone(Fault fault) {
        return switch (fault.key()) {
            case "themes", "scales", "indicators" -> "#" + fault.key();
            case "questions" -> "#survey";
            default -> PartAddress.page(new PartId(single(fault.at()), ""));
        };
    }

    private static Part single(String at) {
        return at.startsWith("label_rules") ? Part.RULES : at.startsWith("survey") ? Part.SURVEY : Part.STANDARD;
    }

    private static PartId part(Standard draft, String list, int at, @Nullable String criterion) {
        return switch (list) {
            case "themes" -> ofTheme(draft.themes().get(at), criterion);
            case "scales" -> new PartId(Part.SCALE, draft.scales().get(at).code());
            case "indicators" ->
                new PartId(Part.INDICATOR, draft.indicators().get(at).code());
            default ->
                new PartId(
                        Part.QUESTION,
                        Objects.requireNonNull(draft.survey())
                                .questions()
                                .get(at)
                                .code());
        };
    }

    private static PartId ofTheme(Theme theme, @Nullable String criterion) {
        if (criterion == null) {
            return new PartId(Part.THEME, theme.code());
        }
        Criterion one = theme.criteria().get(Integer.parseInt(criterion));
        return new PartId(Part.CRITERION, one.code());
    }
}
