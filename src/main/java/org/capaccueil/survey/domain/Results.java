package org.capaccueil.survey.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.AnswerCounts.Counts;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a survey has told: the release in force, in words, with what this person may see of it. */
@Service
@Transactional(readOnly = true)
public class Results {

    private static final int MOST_RELEASES = 500;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final SurveySight sight;
    private final Questionnaires questionnaires;
    private final AnswerCounts counts;
    private final Clock clock;

    /** Reckoned with care, and the same for everybody until the month ends or the survey does. */
    private final Cache<Moment, Optional<Release>> releases =
            Caffeine.newBuilder().maximumSize(MOST_RELEASES).build();

    private record Moment(SurveyId survey, YearMonth now, @Nullable Instant closedAt) {}

    Results(SurveySight sight, Questionnaires questionnaires, AnswerCounts counts, Clock clock) {
        this.sight = sight;
        this.questionnaires = questionnaires;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * A part of a table.
     *
     * @param share null where it is not shown
     */
    public record Row(String label, @Nullable Share share) {}

    /**
     * How often an option was chosen.
     *
     * @param chosen null where it is not shown
     * @param percent null with it
     */
    public record OptionCount(String option, @Nullable Integer chosen, @Nullable Double percent) {}

    /**
     * What was answered to a question.
     *
     * @param base by how many
     */
    public record QuestionCounts(SurveyQuestion question, int base, List<OptionCount> options) {}

    /**
     * The results page.
     *
     * @param collected how many answers there are by now; null while too few to be told
     * @param release null while nothing is shown
     * @param through the last month that is covered, in words; null for the whole survey
     * @param tables by margin, in the order of the page
     * @param questions once it is closed
     * @param kinds what leads residents there
     */
    public record Sheet(
            SurveyView survey,
            @Nullable Integer collected,
            @Nullable Release release,
            @Nullable String through,
            Map<Margin, List<Row>> tables,
            List<QuestionCounts> questions,
            List<WayKind> kinds) {

        /** Whether intervals are shown with the shares. */
        public boolean hasMargin() {
            return release != null && survey.hasMargin(release.whole().answers(), kinds);
        }

        /** Whether others than those who were drawn could come to it. */
        public boolean isOpenToPassersBy() {
            return !survey.sampling().isReachedBy(kinds);
        }

        /** « lien, affiche ». */
        public String ways() {
            return kinds.stream()
                    .map(kind -> kind.title().toLowerCase(Locale.FRENCH))
                    .collect(Collectors.joining(", "));
        }

        public List<Row> table(String margin) {
            return tables.getOrDefault(Margin.valueOf(margin), List.of());
        }

        public boolean hasHidden(String margin) {
            return table(margin).stream().anyMatch(row -> row.share() == null);
        }
    }

    public Sheet of(Actor actor, SurveyId id) {
        Seen seen = sight.seen(actor, id);
        SurveyView survey = seen.survey().view();
        QuestionnaireText text = text(survey);
        Optional<Release> release = release(survey, text);
        int collected = counts.collected(id);
        Map<Margin, List<Row>> tables =
                release.map(one -> tables(actor, one, seen.ways())).orElseGet(Map::of);
        return new Sheet(
                survey,
                collected < SmallGroups.SMALLEST ? null : collected,
                release.orElse(null),
                release.map(Release::through).map(month -> month.format(MONTH)).orElse(null),
                tables,
                release.filter(one -> SurveySight.seesAll(actor))
                        .map(one -> questions(survey, text, one))
                        .orElseGet(List::of),
                seen.ways().stream().map(WayView::kind).distinct().sorted().toList());
    }

    private QuestionnaireText text(SurveyView survey) {
        return questionnaires.findById(survey.questionnaire()).orElseThrow().text();
    }

    private Optional<Release> release(SurveyView survey, QuestionnaireText text) {
        YearMonth now = Week.of(PublicTime.today(clock)).month();
        return releases.get(
                new Moment(survey.id(), now, survey.closedAt()),
                moment ->
                        Releases.of(counts.atoms(survey.id(), String.valueOf(text.overall())), now, survey.isClosed())
                                .stream()
                                .reduce((earlier, later) -> later));
    }

    /** A team is shown its points; what is told of channels, months and ways is the commune's. */
    private static Map<Margin, List<Row>> tables(Actor actor, Release release, List<WayView> ways) {
        Map<String, String> points = ways.stream()
                .collect(Collectors.toMap(way -> way.point().toString(), WayView::pointName, (one, same) -> one));
        Map<Margin, List<Row>> tables = new EnumMap<>(Margin.class);
        tables.put(
                Margin.POINT,
                rows(release, Margin.POINT, points::containsKey, points::get).stream()
                        .sorted(Comparator.comparing(Row::label))
                        .toList());
        if (SurveySight.seesAll(actor)) {
            tables.put(Margin.CHANNEL, rows(release, Margin.CHANNEL, key -> true, key -> Channel.valueOf(key)
                    .title()));
            tables.put(Margin.MONTH, rows(release, Margin.MONTH, key -> true, key -> YearMonth.parse(key)
                    .format(MONTH)));
            tables.put(Margin.WAY, rows(release, Margin.WAY, key -> true, key -> WayKind.valueOf(key)
                    .title()));
        }
        return tables;
    }

    private static List<Row> rows(
            Release release, Margin margin, Predicate<String> seen, Function<String, String> label) {
        return release.of(margin).stream()
                .filter(group -> seen.test(group.key()))
                .map(group -> new Row(label.apply(group.key()), group.share()))
                .toList();
    }

    /** How often an option was chosen grows by few from month to month, and would tell of them: it is told once, at the end. */
    private List<QuestionCounts> questions(SurveyView survey, QuestionnaireText text, Release release) {
        if (!survey.isClosed()) {
            return List.of();
        }
        Map<String, Counts> chosen = counts.chosen(survey.id(), release.through());
        return text.questions().stream()
                .filter(question -> question.type().isChoice())
                .filter(question -> chosen.containsKey(question.code())
                        && chosen.get(question.code()).answered() >= SmallGroups.SMALLEST)
                .map(question -> counted(question, question.code().equals(text.overall()), chosen.get(question.code())))
                .toList();
    }

    private static QuestionCounts counted(SurveyQuestion question, boolean overall, Counts counted) {
        Set<Integer> shown = ShownOptions.of(question, overall, counted);
        return new QuestionCounts(
                question,
                counted.answered(),
                IntStream.rangeClosed(1, question.options().size())
                        .mapToObj(number -> {
                            String option = question.options().get(number - 1);
                            int times = counted.chosen().getOrDefault(number, 0);
                            return shown.contains(number)
                                    ? new OptionCount(option, times, 100.0 * times / counted.answered())
                                    : new OptionCount(option, null, null);
                        })
                        .toList());
    }

    /** The release in force; nothing while nothing is shown. */
    Optional<Release> release(SurveyView survey) {
        return release(survey, text(survey));
    }
}
