package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.capaccueil.shared.Channel;
import org.junit.jupiter.api.Test;

class ReleasesTest {

    private static final YearMonth MAY = YearMonth.of(2027, 5);
    private static final YearMonth JUNE = YearMonth.of(2027, 6);
    private static final YearMonth LATER = YearMonth.of(2028, 1);
    private static final UUID TOWN = new UUID(1, 1);
    private static final UUID BOOKS = new UUID(1, 2);
    private static final UUID HALL = new UUID(0, 1);
    private static final UUID LIBRARY = new UUID(0, 2);
    private static final UUID POOL = new UUID(0, 3);

    private static Atom atom(UUID point, int answers) {
        return atom(point, MAY, answers);
    }

    private static Atom atom(UUID point, YearMonth month, int answers) {
        return new Atom(TOWN, point, Channel.COUNTER, WayKind.POSTER, month, answers, answers / 2);
    }

    private static Release closed(Atom... atoms) {
        List<Release> releases = Releases.of(List.of(atoms), LATER, true);
        return releases.get(releases.size() - 1);
    }

    private static boolean shown(Release release, UUID point) {
        return release.share(Margin.POINT, point.toString()).isPresent();
    }

    @Test
    void aSurveyThatFewerThanFiveAnsweredShowsNothing() {
        assertThat(Releases.of(List.of(atom(HALL, 4)), LATER, true)).isEmpty();
        assertThat(Releases.of(List.of(), LATER, true)).isEmpty();
        assertThat(closed(atom(HALL, 5)).whole()).isEqualTo(new Share(2, 5));
    }

    @Test
    void aSmallGroupIsHiddenTogetherWithAnotherSoThatItIsNotTheRest() {
        Release release = closed(atom(HALL, 20), atom(LIBRARY, 9), atom(POOL, 3));

        assertThat(shown(release, POOL)).isFalse();
        assertThat(shown(release, LIBRARY)).isFalse();
        assertThat(shown(release, HALL)).isTrue();
        assertThat(release.whole().answers()).isEqualTo(32);
    }

    @Test
    void twoSmallGroupsAreNotEnoughWhereTogetherTheyAreStillSmall() {
        Release release = closed(atom(HALL, 20), atom(LIBRARY, 2), atom(POOL, 2));

        assertThat(shown(release, HALL)).isFalse();
        assertThat(closed(atom(HALL, 20), atom(LIBRARY, 2), atom(POOL, 4)).of(Margin.POINT))
                .filteredOn(Release.Group::isShown)
                .hasSize(1);
    }

    /** Everybody at the hall came to the counter; who came to the counter of the library is the rest of the counter. */
    @Test
    void twoTablesAreNotTakenFromEachOtherEither() {
        Atom hall = new Atom(TOWN, HALL, Channel.COUNTER, WayKind.POSTER, MAY, 10, 5);
        Atom counter = new Atom(TOWN, LIBRARY, Channel.COUNTER, WayKind.POSTER, MAY, 2, 2);
        Atom phone = new Atom(TOWN, LIBRARY, Channel.PHONE, WayKind.POSTER, MAY, 8, 3);
        Release release = closed(hall, counter, phone);

        assertThat(shown(release, HALL)
                        && release.share(Margin.CHANNEL, Channel.COUNTER.name()).isPresent())
                .isFalse();
    }

    @Test
    void afterAMonthOnlyAsMuchIsAddedAsMakesAGroupOfItsOwn() {
        List<Atom> few = List.of(atom(HALL, MAY, 20), atom(HALL, JUNE, 3));
        assertThat(Releases.of(few, JUNE, false)).hasSize(1);
        List<Release> closed = Releases.of(few, LATER, true);
        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).whole().answers()).isEqualTo(20);

        List<Release> enough = Releases.of(List.of(atom(HALL, MAY, 20), atom(HALL, JUNE, 6)), LATER, true);
        assertThat(enough.get(enough.size() - 1).whole().answers()).isEqualTo(26);
    }

    /** The point had three answers more in June: what was shown of it in May is not shown with them. */
    @Test
    void aPointThatGrewByTooFewIsNotShownAgain() {
        List<Release> releases = Releases.of(
                List.of(atom(HALL, MAY, 20), atom(LIBRARY, MAY, 15), atom(HALL, JUNE, 3), atom(LIBRARY, JUNE, 12)),
                LATER,
                true);

        assertThat(shown(releases.get(0), HALL)).isTrue();
        assertThat(shown(releases.get(releases.size() - 1), HALL)).isFalse();
        assertThat(releases.get(releases.size() - 1).whole().answers()).isEqualTo(50);
    }

    @Test
    void theMonthThatIsGoingOnIsNotShown() {
        List<Atom> atoms = List.of(atom(HALL, MAY, 8), atom(HALL, JUNE, 30));
        assertThat(Releases.of(atoms, MAY, false)).isEmpty();
        List<Release> releases = Releases.of(atoms, JUNE, false);
        assertThat(releases).hasSize(1);
        assertThat(releases.get(0).through()).isEqualTo(MAY);
        assertThat(releases.get(0).whole().answers()).isEqualTo(8);
    }

    /** On Sunday 1 November 2026 answers still come for a week of October. */
    @Test
    void aMonthEndsWithItsLastWeek() {
        assertThat(Week.of(LocalDate.of(2026, 11, 1)).month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(Week.of(LocalDate.of(2026, 11, 2)).month()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(Week.of(LocalDate.of(2026, 12, 31)).month()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(Week.of(LocalDate.of(2027, 1, 1)).monday()).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    private static Optional<Share> cell(Release release, UUID team, Channel channel) {
        return release.share(Margin.TEAM_CHANNEL, Margin.teamChannel(team, channel));
    }

    private static Atom atom(UUID team, UUID point, Channel channel, int answers) {
        return new Atom(team, point, channel, WayKind.POSTER, MAY, answers, answers / 2);
    }

    @Test
    void aTeamIsToldItsChannelsAtTheEndAndBeforeOnlyWhereTheTablesTellThem() {
        List<Atom> atoms = List.of(
                atom(TOWN, HALL, Channel.COUNTER, 20),
                atom(TOWN, HALL, Channel.PHONE, 12),
                atom(BOOKS, LIBRARY, Channel.COUNTER, 9));
        Release month = Releases.of(atoms, JUNE, false).get(0);
        assertThat(cell(month, BOOKS, Channel.COUNTER)).as("all the library's").contains(new Share(4, 9));
        assertThat(cell(month, TOWN, Channel.PHONE)).as("all who phoned").contains(new Share(6, 12));
        List<Atom> more = new ArrayList<>(atoms);
        more.add(atom(BOOKS, LIBRARY, Channel.PHONE, 8));
        assertThat(cell(Releases.of(more, JUNE, false).get(0), TOWN, Channel.PHONE))
                .isEmpty();
        assertThat(cell(closed(more.toArray(Atom[]::new)), TOWN, Channel.PHONE)).contains(new Share(6, 12));
    }

    /** Three called the library: what is told of the hall's calls would give them, so it is the cell that stands back. */
    @Test
    void aTeamsChannelStandsBackBeforeATableOfThePageDoes() {
        Release release = closed(
                atom(TOWN, HALL, Channel.COUNTER, 20),
                atom(TOWN, HALL, Channel.PHONE, 12),
                atom(BOOKS, LIBRARY, Channel.COUNTER, 9),
                atom(BOOKS, LIBRARY, Channel.PHONE, 3));

        assertThat(release.groups())
                .filteredOn(group -> group.margin() != Margin.TEAM_CHANNEL)
                .allMatch(Release.Group::isShown);
        assertThat(release.of(Margin.TEAM_CHANNEL)).noneMatch(Release.Group::isShown);
    }

    @Test
    void aClosedSurveyWithoutANewReleaseTellsTheChannelsOfTheLastOne() {
        List<Atom> atoms = List.of(
                atom(TOWN, HALL, Channel.COUNTER, 20),
                atom(TOWN, HALL, Channel.PHONE, 12),
                atom(BOOKS, LIBRARY, Channel.COUNTER, 9),
                atom(BOOKS, LIBRARY, Channel.PHONE, 7),
                atom(HALL, JUNE, 2));
        List<Release> releases = Releases.of(atoms, LATER, true);

        assertThat(releases).hasSize(1);
        assertThat(releases.get(0).through()).isEqualTo(MAY);
        assertThat(cell(releases.get(0), BOOKS, Channel.PHONE)).contains(new Share(3, 7));
    }

    /** Whoever knows every figure shown of many surveys, and where no one answered, solves for each small group there is. */
    @Test
    void noSmallGroupIsSolvedForInRandomSurveys() {
        Random random = new Random(7);
        int shown = 0;
        int hidden = 0;
        int cells = 0;
        for (int survey = 0; survey < 300; survey++) {
            List<Atom> atoms = randomSurvey(random);
            List<BitSet> figures = new ArrayList<>();
            for (Release release : Releases.of(atoms, LATER, true)) {
                for (Release.Group group : release.groups()) {
                    if (group.isShown()) {
                        figures.add(members(atoms, release, group));
                        shown++;
                        cells += group.margin() == Margin.TEAM_CHANNEL ? 1 : 0;
                    } else {
                        hidden++;
                    }
                }
            }
            assertThat(solved(atoms, figures))
                    .as("survey %d: %s", survey, atoms)
                    .isEmpty();
        }
        assertThat(shown).isGreaterThan(500);
        assertThat(hidden).isGreaterThan(200);
        assertThat(cells).isGreaterThan(200);
    }

    /** The attack is able to succeed: it does on results that only leave small groups out. */
    @Test
    void theSameAttackSolvesResultsThatOnlyLeaveSmallGroupsOut() {
        Random random = new Random(7);
        int broken = 0;
        for (int survey = 0; survey < 50; survey++) {
            List<Atom> atoms = randomSurvey(random);
            Release whole = new Release(null, List.of());
            List<BitSet> figures = new ArrayList<>();
            for (Margin margin : Margin.values()) {
                atoms.stream().map(margin::of).distinct().forEach(key -> {
                    BitSet part = members(atoms, whole, new Release.Group(margin, key, null));
                    if (part.stream().map(i -> atoms.get(i).answers()).sum() >= SmallGroups.SMALLEST) {
                        figures.add(part);
                    }
                });
            }
            broken += solved(atoms, figures).isEmpty() ? 0 : 1;
        }
        assertThat(broken).isGreaterThan(10);
    }

    private static List<Atom> randomSurvey(Random random) {
        List<Atom> atoms = new ArrayList<>();
        int points = 1 + random.nextInt(3);
        int channels = 1 + random.nextInt(3);
        int months = 1 + random.nextInt(2);
        for (int point = 0; point < points; point++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int month = 0; month < months; month++) {
                    int answers = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 5 : 15);
                    if (answers > 0) {
                        WayKind way = WayKind.values()[random.nextInt(2)];
                        atoms.add(new Atom(
                                point == 2 ? BOOKS : TOWN,
                                new UUID(0, point),
                                Channel.values()[channel],
                                way,
                                MAY.plusMonths(month),
                                answers,
                                random.nextInt(answers + 1)));
                    }
                }
            }
        }
        return atoms;
    }

    private static BitSet members(List<Atom> atoms, Release release, Release.Group group) {
        BitSet members = new BitSet();
        IntStream.range(0, atoms.size())
                .filter(i -> release.through() == null || !atoms.get(i).month().isAfter(release.through()))
                .filter(i -> group.margin().of(atoms.get(i)).equals(group.key()))
                .forEach(members::set);
        return members;
    }

    private static List<BitSet> solved(List<Atom> atoms, List<BitSet> figures) {
        return LinearAttack.on(atoms.stream().mapToInt(Atom::answers).toArray(), figures);
    }
}
