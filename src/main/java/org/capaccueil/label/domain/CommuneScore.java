package org.capaccueil.label.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The score of all teams together, never without its lowest team: a good mean must not hide it.
 *
 * @param total the mean of the teams by their yearly contacts; equal where no team counts its contacts
 * @param teams how many teams it stands on
 */
public record CommuneScore(Score total, TeamTotal lowest, int teams) {

    /** A team's total. */
    public record TeamTotal(String team, int yearlyContacts, Score score) {}

    public static Optional<CommuneScore> of(List<TeamTotal> teams) {
        if (teams.isEmpty()) {
            return Optional.empty();
        }
        long contacts = teams.stream().mapToLong(TeamTotal::yearlyContacts).sum();
        WeightedMean mean = new WeightedMean();
        teams.forEach(team -> mean.add(contacts == 0 ? 1 : team.yearlyContacts(), team.score()));
        return Optional.of(new CommuneScore(
                Objects.requireNonNull(mean.score()),
                teams.stream().min(Comparator.comparing(TeamTotal::score)).orElseThrow(),
                teams.size()));
    }
}
