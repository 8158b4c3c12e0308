package org.capaccueil.indicator.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.Cell;
import org.capaccueil.indicator.exchange.CellFault;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/** The words files use for what the commune knows. */
final class KnownNames {

    private final Map<String, TeamView> teams = new HashMap<>();
    private final Map<UUID, TeamView> byId = new HashMap<>();

    /** Words as files write them: a file of many lines has few of them. */
    private final Map<String, Optional<TeamView>> teamWords = new HashMap<>();

    private final Map<String, Optional<Channel>> channelWords = new HashMap<>();

    KnownNames(List<TeamView> all) {
        all.stream().filter(TeamView::active).forEach(team -> {
            teams.put(CellText.plain(team.name()), team);
            byId.put(team.id().value(), team);
        });
        // a code is nobody else's name
        byId.values().forEach(team -> teams.put(CellText.plain(team.code()), team));
    }

    /** The teams of lines, by what tables know them by. */
    Map<UUID, TeamView> byId() {
        return byId;
    }

    /** The team of a line; a fault is noted where there is none. */
    @Nullable
    TeamView team(MappedFile.Row row, Recipe recipe) {
        Cell cell = row.cell(What.TEAM);
        if (cell == null && recipe.has(What.TEAM)) {
            row.fault(What.TEAM, "l'équipe manque.");
            return null;
        }
        try {
            TeamView team = cell == null ? byId.get(recipe.team()) : named(CellText.words(cell));
            if (team == null) {
                row.fault(
                        What.TEAM,
                        cell == null
                                ? "l'équipe choisie n'est pas ouverte."
                                : "« " + cell.text()
                                        + " » n'est ni le code ni le nom d'une équipe ouverte de la commune.");
            }
            return team;
        } catch (CellFault fault) {
            row.fault(What.TEAM, fault.sentence());
            return null;
        }
    }

    private @Nullable TeamView named(String word) {
        return teamWords
                .computeIfAbsent(word, one -> Optional.ofNullable(teams.get(CellText.plain(one))))
                .orElse(null);
    }

    /** The channel of a line; whether the team is there at all is asked where it is known. */
    @Nullable
    Channel channel(MappedFile.Row row, Recipe recipe, @Nullable TeamView team) {
        Cell cell = row.cell(What.CHANNEL);
        if (cell == null && recipe.has(What.CHANNEL)) {
            row.fault(What.CHANNEL, "le canal manque.");
            return null;
        }
        try {
            Channel channel = cell == null
                    ? recipe.channel()
                    : channelWords
                            .computeIfAbsent(CellText.words(cell), KnownNames::channel)
                            .orElse(null);
            if (channel == null) {
                row.fault(
                        What.CHANNEL,
                        "« " + (cell == null ? "" : cell.text()) + " » n'est pas un canal : "
                                + Arrays.stream(Channel.values())
                                        .map(Channel::title)
                                        .collect(Collectors.joining(", ")) + ".");
            } else if (team != null && !team.channels().contains(channel)) {
                row.fault(
                        What.CHANNEL,
                        "l'équipe « " + team.name() + " » n'a pas de point sur le canal « " + channel.title() + " ».");
                return null;
            }
            return channel;
        } catch (CellFault fault) {
            row.fault(What.CHANNEL, fault.sentence());
            return null;
        }
    }

    static Optional<Channel> channel(String word) {
        String plain = CellText.plain(word);
        return Arrays.stream(Channel.values())
                .filter(one -> CellText.plain(one.title()).equals(plain)
                        || one.code().equals(plain)
                        || one.name().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
