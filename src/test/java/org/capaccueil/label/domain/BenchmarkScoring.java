package org.capaccueil.label.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;

/** This room's scoring as the benchmark calls it: from plain arrays of grades to exact totals. */
public final class BenchmarkScoring {

    private static final List<Channel> CHANNELS = List.of(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL);
    private static final Grade[] GRADES = {Grade.of(0), Grade.of(1), Grade.of(2), Grade.of(3), Grade.of(4)};
    private static final Grade NOT_APPLICABLE = Grade.notApplicable("pas de ce canal");

    private final Standard standard;
    private final TeamScope scope = new TeamScope(EnumSet.copyOf(CHANNELS), true);
    private final List<String> codes;

    private BenchmarkScoring(Standard standard) {
        this.standard = standard;
        this.codes = standard.criteria().stream().map(Criterion::code).toList();
    }

    /** A checklist on three channels: the weight of each theme, then weight and « mandatory » of each of its criteria. */
    public static BenchmarkScoring on(int[] themeWeights, int[][] weights, boolean[][] mandatory) {
        Set<Channel> channels = EnumSet.copyOf(CHANNELS);
        Theme[] themes = new Theme[themeWeights.length];
        for (int t = 0; t < themes.length; t++) {
            List<Criterion> criteria = new ArrayList<>();
            for (int c = 0; c < weights[t].length; c++) {
                criteria.add(SmallStandard.unit("T" + t + "-" + c, weights[t][c], mandatory[t][c], channels));
            }
            themes[t] = SmallStandard.theme("T" + t, "Thème " + t, themeWeights[t], criteria);
        }
        return new BenchmarkScoring(SmallStandard.of(themes));
    }

    /** A team's grades by criterion and channel: 0 to 4, -1 not applicable, -2 not rated. */
    private Ratings ratings(byte[][] grades) {
        Ratings ratings = new Ratings();
        for (int c = 0; c < grades.length; c++) {
            for (int p = 0; p < grades[c].length; p++) {
                byte grade = grades[c][p];
                if (grade > -2) {
                    ratings.put(codes.get(c), Place.of(CHANNELS.get(p)), grade == -1 ? NOT_APPLICABLE : GRADES[grade]);
                }
            }
        }
        return ratings;
    }

    /** The whole sheet of each of the first teams, from its grades; the total is what is compared. */
    public List<BigFraction> totals(byte[][][] teams, int count) {
        ScorePlan plan = ScorePlan.of(standard, scope);
        List<BigFraction> totals = new ArrayList<>(count);
        for (int team = 0; team < count; team++) {
            Score total = plan.sheet(ratings(teams[team])).total();
            totals.add(total == null ? BigFraction.of(-1) : total.exact());
        }
        return totals;
    }
}
