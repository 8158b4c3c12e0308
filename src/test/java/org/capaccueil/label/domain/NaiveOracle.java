package org.capaccueil.label.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The rules of scoring written down a second time, as plainly as they read, from who is asked what to the total. It shares
 * no code with the room: neither who is asked, nor what a value is worth, nor a mean, nor the arithmetic, which is
 * fractions by hand that nobody reduces.
 */
final class NaiveOracle {

    /** A fraction as it comes. */
    record Fraction(BigInteger over, BigInteger under) {

        static Fraction of(long whole) {
            return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(long factor) {
            return new Fraction(over.multiply(BigInteger.valueOf(factor)), under);
        }

        Fraction dividedBy(long divisor) {
            return new Fraction(over, under.multiply(BigInteger.valueOf(divisor)));
        }

        boolean isLess(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under)) < 0;
        }

        boolean isExactly(Score score) {
            return isExactly(score.exact());
        }

        boolean isExactly(BigFraction value) {
            return over.multiply(value.getDenominator()).equals(under.multiply(value.getNumerator()));
        }
    }

    private final GeneratedCase file;

    NaiveOracle(GeneratedCase file) {
        this.file = file;
    }

    @Nullable
    Fraction total() {
        Fraction sum = Fraction.of(0);
        long weights = 0;
        for (Theme theme : file.standard().themes()) {
            Fraction score = theme(theme);
            if (score != null) {
                sum = sum.plus(score.times(theme.weight()));
                weights += theme.weight();
            }
        }
        return weights == 0 ? null : sum.dividedBy(weights);
    }

    @Nullable
    Fraction theme(Theme theme) {
        Fraction sum = Fraction.of(0);
        long weights = 0;
        for (Criterion criterion : theme.criteria()) {
            Fraction score = criterion(theme, criterion);
            if (score != null) {
                sum = sum.plus(score.times(criterion.weight()));
                weights += criterion.weight();
            }
        }
        return weights == 0 ? null : sum.dividedBy(weights);
    }

    @Nullable
    Fraction criterion(Theme theme, Criterion criterion) {
        List<Integer> points = new ArrayList<>();
        Map<Place, Integer> answers = file.answers().get(criterion.code());
        for (Place place : asked(scale(theme), criterion)) {
            Integer answer = answers.get(place);
            if (answer != null && answer != GeneratedCase.NOT_APPLICABLE) {
                points.add(worth(scale(theme), answer));
            }
        }
        if (points.isEmpty()) {
            return null;
        }
        int sum = 0;
        int worst = 101;
        for (int one : points) {
            sum += one;
            worst = one < worst ? one : worst;
        }
        return criterion.mandatory() ? Fraction.of(worst) : Fraction.of(sum).dividedBy(points.size());
    }

    /** The weight of a theme's asked criteria set aside, over all of it; null where the team is asked nothing. */
    @Nullable
    Fraction notApplicableShare(Theme theme) {
        Fraction aside = Fraction.of(0);
        long weights = 0;
        for (Criterion criterion : theme.criteria()) {
            List<Place> places = asked(scale(theme), criterion);
            if (places.isEmpty()) {
                continue;
            }
            int without = 0;
            for (Place place : places) {
                Integer answer = file.answers().get(criterion.code()).get(place);
                without += answer != null && answer == GeneratedCase.NOT_APPLICABLE ? 1 : 0;
            }
            aside = aside.plus(Fraction.of(without).times(criterion.weight()).dividedBy(places.size()));
            weights += criterion.weight();
        }
        return weights == 0 ? null : aside.dividedBy(weights);
    }

    /** Teams weigh by their contacts, or the same where none counts any. */
    static Fraction commune(List<TeamTotal> teams) {
        Fraction weighted = Fraction.of(0);
        Fraction plain = Fraction.of(0);
        long contacts = 0;
        for (TeamTotal team : teams) {
            Fraction score = new Fraction(
                    team.score().exact().getNumerator(), team.score().exact().getDenominator());
            weighted = weighted.plus(score.times(team.yearlyContacts()));
            plain = plain.plus(score);
            contacts += team.yearlyContacts();
        }
        return contacts == 0 ? plain.dividedBy(teams.size()) : weighted.dividedBy(contacts);
    }

    private Scale scale(Theme theme) {
        for (Scale scale : file.standard().scales()) {
            if (scale.code().equals(theme.scale())) {
                return scale;
            }
        }
        throw new AssertionError(theme.scale());
    }

    private static int worth(Scale scale, int value) {
        if (scale.kind() == Scale.Kind.PANEL) {
            return value;
        }
        for (Scale.Level level : scale.levels()) {
            if (level.value() == value) {
                return level.points();
            }
        }
        throw new AssertionError(value);
    }

    List<Place> asked(Scale scale, Criterion criterion) {
        List<Channel> open = new ArrayList<>(file.scope().channels());
        boolean any = criterion.appliesTo().anyOf().isEmpty();
        for (Channel wanted : criterion.appliesTo().anyOf()) {
            any = any || open.contains(wanted);
        }
        boolean all = true;
        for (Channel wanted : criterion.appliesTo().allOf()) {
            all = all && open.contains(wanted);
        }
        if (!any || !all || open.size() < criterion.appliesTo().atLeast()) {
            return List.of();
        }
        if (criterion.scope() == Criterion.Scope.ORGANISATION) {
            return file.scope().organisation() ? List.of(Place.ORGANISATION) : List.of();
        }
        if (!scale.facets().isEmpty()) {
            return scale.facets();
        }
        if (criterion.channels().isEmpty()) {
            return List.of(Place.TEAM);
        }
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        open.contains(channel) && criterion.channels().contains(channel))
                .map(channel -> switch (channel) {
                    case COUNTER -> Place.COUNTER;
                    case PHONE -> Place.PHONE;
                    case DIGITAL -> Place.DIGITAL;
                    case MAIL -> Place.MAIL;
                    case OUTREACH -> Place.OUTREACH;
                })
                .toList();
    }
}
