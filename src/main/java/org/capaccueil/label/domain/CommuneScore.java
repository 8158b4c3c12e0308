package org.capaccueil.label.domain;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The score of all teams together, never without its lowest team: a good mean must not hide it.
 *
 * @param total the mean of the teams by their yearly contacts; equal where no team counts its contacts
 * @param parts the teams it stands on
 */
public record CommuneScore(Score total, TeamTotal lowest, List<TeamTotal> parts) {

    /** A team's total. */
    public record TeamTotal(String team, int yearlyContacts, Score score) {}

    public static Optional<CommuneScore> of(List<TeamTotal> teams) {
        if (teams.isEmpty()) {
            return Optional.empty();
        }
        boolean counted = isCounted(teams);
        WeightedMean mean = new WeightedMean();
        teams.forEach(team -> mean.add(counted ? team.yearlyContacts() : 1, team.score()));
        return Optional.of(new CommuneScore(
                Objects.requireNonNull(mean.score()),
                teams.stream().min(Comparator.comparing(TeamTotal::score)).orElseThrow(),
                List.copyOf(teams)));
    }

    private static boolean isCounted(List<TeamTotal> teams) {
        return teams.stream().anyMatch(team -> team.yearlyContacts() > 0);
    }

    /** How many teams have a part in the mean. */
    public int weighing() {
        return parts.size() - withoutContacts().size();
    }

    /** Those that count no contacts while others do, each in a sentence: they must not leave the mean unseen. */
    public List<String> weightless() {
        return withoutContacts().stream()
                .map(team -> team.team() + " n'a pas de contacts déclarés : elle ne pèse pas dans la moyenne.")
                .toList();
    }

    private List<TeamTotal> withoutContacts() {
        return isByContacts()
                ? parts.stream().filter(team -> team.yearlyContacts() == 0).toList()
                : List.of();
    }

    /** Whether the teams weigh by their contacts; otherwise they weigh the same. */
    public boolean isByContacts() {
        return isCounted(parts);
    }

    /** « (12 000 × 71,4 + 3 000 × 60) ÷ 15 000 = 69,12 ». */
    public String arithmetic() {
        var whole = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.FRANCE));
        long weights = isByContacts()
                ? parts.stream().mapToLong(TeamTotal::yearlyContacts).sum()
                : parts.size();
        return parts.stream()
                        .map(team -> (isByContacts() ? whole.format(team.yearlyContacts()) + " × " : "")
                                + team.score().arithmeticText())
                        .collect(Collectors.joining(" + ", "(", ")"))
                + " ÷ " + whole.format(weights) + " = " + total.arithmeticText();
    }
}
