package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody gives the value of a period, or revises it: the old one stays, with the reason. */
@Service
@Transactional
public class ValueEntry {

    private final Definitions definitions;
    private final ValueRows values;
    private final TeamAccess access;
    private final Trail trail;
    private final Clock clock;

    ValueEntry(Definitions definitions, ValueRows values, TeamAccess access, Trail trail, Clock clock) {
        this.definitions = definitions;
        this.values = values;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What became of what was given.
     *
     * @param written false where it stood there already, text for text
     * @param surprises what is possible but worth a second look
     */
    public record Given(boolean written, List<String> surprises) {}

    /** Refuses whoever gives no values here, whatever they would give. */
    public void requireMay(Actor actor, TeamId team) {
        access.toFill(actor, team);
    }

    /**
     * Keeps what is given for a period.
     *
     * @param seen the revision the person saw, 0 where there was none
     * @throws ChangedMeanwhile when somebody gave something else since
     */
    public Given give(
            Actor actor, TeamId teamId, String code, Channel channel, Period period, int seen, GivenFigures figures) {
        TeamView team = access.toFill(actor, teamId);
        SeriesView series = openSeries(team, code, channel);
        figures.requirePlausible(series.now(), period, PublicTime.today(clock));
        BigDecimal part = Objects.requireNonNull(figures.part());
        values.hold(team.commune());
        Optional<ValueView> standing = values.current(series.id(), teamId, channel, period);
        ValueView before = standing.orElse(null);
        if (before != null && before.says(series.now().number(), figures)) {
            return new Given(false, surprises(series, teamId, channel, period, figures));
        }
        int revision = before == null ? 0 : before.revision();
        if (revision != seen) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a donné la valeur de « " + period.inWords()
                            + " » pendant que vous l'entriez. Choisissez celle à garder.",
                    differences(series, before, figures));
        }
        String reason = before == null ? null : figures.requireReason();
        values.add(new ValueView(
                series.id(),
                series.now().number(),
                teamId,
                channel,
                period.start(),
                period.end(),
                revision + 1,
                true,
                part,
                figures.base(),
                Objects.requireNonNull(figures.source()),
                figures.note(),
                Origin.TYPED,
                reason,
                actor.id(),
                null,
                clock.instant()));
        trail.record(
                TeamAccess.acting(actor, teamId),
                Event.general(
                                series.code() + " · " + team.name() + " · " + channel.title() + " · "
                                        + period.inWords(),
                                before == null ? "Valeur donnée" : "Valeur révisée")
                        .change(
                                before == null
                                        ? null
                                        : inWords(
                                                FrenchValues.figure(
                                                        series.edition(before.edition()), before.part(), before.base()),
                                                before.source(),
                                                before.note()),
                                inWords(
                                        FrenchValues.figure(series.now(), part, figures.base()),
                                        figures.source(),
                                        figures.note()))
                        .because(reason)
                        .namelessOutside());
        return new Given(true, surprises(series, teamId, channel, period, figures));
    }

    private static String inWords(String figure, @Nullable String source, @Nullable String note) {
        return figure + " ; source : " + source + (note == null ? "" : " ; note : " + note);
    }

    private SeriesView openSeries(TeamView team, String code, Channel channel) {
        SeriesView series = definitions.coded(team.commune(), code);
        if (!series.indicator().channels().contains(channel) || !team.channels().contains(channel)) {
            throw new NotFound();
        }
        if (!series.isInUse()) {
            throw new BusinessRefusal(
                    "Cet indicateur est retiré : il ne prend plus de valeurs. Les anciennes restent lisibles.");
        }
        return series;
    }

    private List<String> surprises(
            SeriesView series, TeamId team, Channel channel, Period period, GivenFigures figures) {
        BigDecimal value = series.now().value(Objects.requireNonNull(figures.part()), figures.base());
        if (value == null) {
            return List.of();
        }
        return values.current(series.id(), team, channel, period.previous())
                .filter(last -> last.edition() == series.now().number())
                .map(last -> series.now().value(last.part(), last.base()))
                .filter(last -> Plausible.isFarApart(series.indicator().isShare(), value, last))
                .map(last -> List.of("Cette valeur est très loin de celle de la période précédente. "
                        + "Vérifiez-la ; si elle est juste, dites pourquoi dans la note."))
                .orElse(List.of());
    }

    private static List<Difference> differences(SeriesView series, @Nullable ValueView saved, GivenFigures yours) {
        return Stream.of(
                        new Difference(
                                "Valeur",
                                saved == null
                                        ? ""
                                        : FrenchValues.figure(
                                                series.edition(saved.edition()), saved.part(), saved.base()),
                                FrenchValues.figure(series.now(), Objects.requireNonNull(yours.part()), yours.base())),
                        new Difference("Source", saved == null ? "" : saved.source(), orEmpty(yours.source())),
                        new Difference("Note", saved == null ? "" : orEmpty(saved.note()), orEmpty(yours.note())))
                .filter(one -> !one.saved().equals(one.yours()))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
