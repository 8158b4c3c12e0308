package org.capaccueil.indicator.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.Cell;
import org.capaccueil.indicator.exchange.CellFault;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/** Makes events of the lines of a file: one of a line, or one of each moment a line gives. */
final class EventRowReader {

    private static final int LONGEST_ID = 200;

    private final Recipe recipe;
    private final KnownNames names;
    private final Instant oldest;
    private final Instant now;
    private final Consumer<StagedEvent> events;
    private final List<EventKind> moments;

    EventRowReader(Recipe recipe, KnownNames names, Instant oldest, Instant now, Consumer<StagedEvent> events) {
        this.recipe = recipe;
        this.names = names;
        this.oldest = oldest;
        this.now = now;
        this.events = events;
        this.moments = Arrays.stream(EventKind.values())
                .filter(kind ->
                        recipe.columns().containsValue(Target.moment(kind).word()))
                .toList();
    }

    /** Every cell is read, whatever is wrong with the others. */
    void take(MappedFile.Row row) {
        TeamView team = names.team(row, recipe);
        Channel channel = names.channel(row, recipe, team);
        String contact = id(row, What.CONTACT, "l'identifiant du contact manque.");
        if (moments.isEmpty()) {
            one(row, team, channel, contact);
        } else {
            moments(row, team, channel, contact);
        }
    }

    private void moments(
            MappedFile.Row row, @Nullable TeamView team, @Nullable Channel channel, @Nullable String contact) {
        Map<EventKind, Instant> found = new EnumMap<>(EventKind.class);
        boolean any = false;
        for (EventKind kind : moments) {
            Target target = Target.moment(kind);
            if (row.cell(target) != null) {
                any = true;
                Instant at = moment(row, target);
                if (at != null) {
                    found.put(kind, at);
                }
            }
        }
        if (!any) {
            row.fault("la ligne ne donne aucun moment.");
        }
        if (row.isFaulty() || team == null || channel == null || contact == null) {
            return;
        }
        LocalDate day = PublicTime.dayOf(Collections.min(found.values()));
        found.forEach((kind, at) -> {
            String known = kind.contact(contact, team.id(), channel, day);
            events.accept(new StagedEvent(row.line(), known + ":" + kind.name(), known, team.id(), channel, kind, at));
        });
    }

    private void one(MappedFile.Row row, @Nullable TeamView team, @Nullable Channel channel, @Nullable String contact) {
        String id = id(row, What.ID, "l'identifiant de l'événement manque.");
        Cell word = row.cell(What.EVENT);
        EventKind kind = word == null ? null : EventKind.named(word.text()).orElse(null);
        if (kind == null) {
            row.fault(
                    What.EVENT,
                    word == null
                            ? "la nature de l'événement manque."
                            : "« " + word.text() + " » n'est pas la nature d'un événement, comme « appel décroché ».");
        }
        Instant at = row.cell(What.AT) == null ? null : moment(row, Target.of(What.AT));
        if (row.cell(What.AT) == null) {
            row.fault(What.AT, "le moment de l'événement manque.");
        }
        if (team != null && channel != null && contact != null && id != null && kind != null && at != null) {
            String known = kind.contact(contact, team.id(), channel, PublicTime.dayOf(at));
            events.accept(new StagedEvent(row.line(), id, known, team.id(), channel, kind, at));
        }
    }

    private @Nullable Instant moment(MappedFile.Row row, Target target) {
        try {
            Instant at = CellText.instant(Objects.requireNonNull(row.cell(target)), recipe.form());
            if (at.isAfter(now)) {
                row.fault(target, "ce moment est à venir : il ne peut pas être connu d'avance.");
                return null;
            }
            if (at.isBefore(oldest)) {
                row.fault(
                        target,
                        "ce moment est d'avant le " + PublicTime.inWords(PublicTime.dayOf(oldest))
                                + " : les événements ne se gardent pas si longtemps. Donnez la valeur de la période.");
                return null;
            }
            return at;
        } catch (CellFault fault) {
            row.fault(target, fault.sentence());
            return null;
        }
    }

    private static @Nullable String id(MappedFile.Row row, What what, String whenAbsent) {
        Cell cell = row.cell(what);
        if (cell == null) {
            row.fault(what, whenAbsent);
            return null;
        }
        try {
            String id = CellText.words(cell);
            if (id.length() > LONGEST_ID) {
                row.fault(what, "un identifiant a " + LONGEST_ID + " caractères au plus.");
                return null;
            }
            return id;
        } catch (CellFault fault) {
            row.fault(what, fault.sentence());
            return null;
        }
    }
}
