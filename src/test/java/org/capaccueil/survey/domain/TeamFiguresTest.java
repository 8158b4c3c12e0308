package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.SettableClock;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.SurveySheet.ChannelAnswers;
import org.capaccueil.survey.SurveySheet.Interval;
import org.capaccueil.survey.SurveySheet.Satisfied;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.Surveys;
import org.capaccueil.survey.domain.SurveyPlan.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What an evaluation reads of surveys. Two teams, one point each, 46 answers reckoned by hand (satisfied of all):
 *
 * <pre>
 * Hôtel de ville  guichet    17 of 20
 *                 téléphone   8 of 10
 * Médiathèque     guichet     5 of  8
 *                 téléphone   4 of  8
 * </pre>
 */
@ApplicationTest
class TeamFiguresTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    SurveyDesk desk;

    @Autowired
    Organisation organisation;

    @Autowired
    Surveys facade;

    @Autowired
    Indicators indicators;

    @Autowired
    SettableClock clock;

    private Town town;
    private TeamId books;
    private LocalDate today;

    @BeforeEach
    void twoTeams() {
        town = fixtures.town();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        PersonId lead = fixtures.person(town.commune(), "Léa", mark, "Responsable");
        PersonId agent = fixtures.person(town.commune(), "Samir", mark, "Agent");
        books = fixtures.team(town.manager(), "BIB", "Médiathèque", lead, agent);
        today = PublicTime.today(clock);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private SurveyId opened(String title, Sampling sampling) {
        Set<Place> places = organisation.teams(Set.of(town.team(), books)).values().stream()
                .flatMap(team -> SurveyDesk.everyPlace(List.of(team)).stream())
                .collect(Collectors.toSet());
        return surveyed.opened(
                town,
                new SurveyPlan(
                        surveyed.publishedQuestionnaire(town),
                        title,
                        PublicTime.today(clock),
                        PublicTime.today(clock).plusDays(20),
                        sampling,
                        sampling == Sampling.RANDOM ? 10_500 : null,
                        places,
                        Set.of(WayKind.LINK, WayKind.PAPER)));
    }

    private void answers(SurveyId survey, TeamId team, Channel channel, int satisfied, int all) {
        WayView way = surveyed.ways(town, survey).stream()
                .filter(one -> one.team().equals(team) && one.channel() == channel && one.kind() == WayKind.LINK)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < all; i++) {
            surveyed.answer(way, i < satisfied ? 4 + i % 2 : 1 + i % 3, "");
        }
    }

    private SurveyId answered(String title, Sampling sampling) {
        SurveyId survey = opened(title, sampling);
        answers(survey, town.team(), Channel.COUNTER, 17, 20);
        answers(survey, town.team(), Channel.PHONE, 8, 10);
        answers(survey, books, Channel.COUNTER, 5, 8);
        answers(survey, books, Channel.PHONE, 4, 8);
        return survey;
    }

    private Optional<Figure> satisfaction(TeamId team, Channel channel) {
        return OneFigure.of(indicators, "CSAT", "%", team, channel, today, today);
    }

    @Test
    void collectedAnswersAreAFigureOfTheTeamsChannelWithoutAMargin() {
        SurveyId survey = answered("Printemps", Sampling.OPEN);
        assertThat(satisfaction(town.team(), Channel.COUNTER))
                .as("nothing before the survey is closed")
                .isEmpty();
        facade.close(survey);

        assertThat(satisfaction(town.team(), Channel.COUNTER)).hasValueSatisfying(figure -> {
            assertThat(figure.numerator()).isEqualByComparingTo("17");
            assertThat(figure.denominator()).isEqualByComparingTo("20");
            assertThat(figure.value()).isEqualByComparingTo("85");
            assertThat(figure.cases()).isEqualByComparingTo("20");
            assertThat(figure.from()).isEqualTo(today);
            assertThat(figure.to()).isEqualTo(today);
            assertThat(figure.source()).isEqualTo("Enquête « Printemps », réponses recueillies (n = 20)");
        });
        assertThat(satisfaction(books, Channel.PHONE))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("50"));
        assertThat(satisfaction(books, Channel.MAIL)).isEmpty();
        assertThat(OneFigure.of(indicators, "CSAT", "%", books, Channel.PHONE, today.minusDays(9), today.minusDays(1)))
                .as("the survey came later")
                .isEmpty();
        assertThat(OneFigure.of(indicators, "FCR", "%", books, Channel.PHONE, today, today))
                .isEmpty();
    }

    @Test
    void aRandomSampleHasItsIntervalAndIsNeverAddedToCollectedAnswers() {
        facade.close(answered("Sur place", Sampling.OPEN));
        facade.close(answered("Tirage", Sampling.RANDOM));

        assertThat(satisfaction(town.team(), Channel.COUNTER)).hasValueSatisfying(figure -> {
            assertThat(figure.denominator()).isEqualByComparingTo("20");
            // Wilson, 17 of 20: 0.63958 to 0.94762
            assertThat(figure.source())
                    .isEqualTo("Enquête « Tirage », échantillon aléatoire, intervalle de Wilson 64,0 à 94,8 %");
        });
    }

    @Test
    void collectedAnswersOfSeveralSurveysAddUp() {
        facade.close(answered("Automne", Sampling.OPEN));
        facade.close(answered("Printemps", Sampling.OPEN));

        assertThat(satisfaction(town.team(), Channel.PHONE)).hasValueSatisfying(figure -> {
            assertThat(figure.numerator()).isEqualByComparingTo("16");
            assertThat(figure.denominator()).isEqualByComparingTo("20");
            assertThat(figure.source()).isEqualTo("Enquêtes « Automne », « Printemps », réponses recueillies (n = 20)");
        });
    }

    /** Three called the library: who called the hall is not told either, nor anything they would be the rest of. */
    @Test
    void aSmallGroupIsNoFigureNorTheRestOfOne() {
        SurveyId survey = opened("Hiver", Sampling.OPEN);
        answers(survey, town.team(), Channel.COUNTER, 17, 20);
        answers(survey, town.team(), Channel.PHONE, 8, 10);
        answers(survey, books, Channel.COUNTER, 5, 8);
        answers(survey, books, Channel.PHONE, 2, 3);
        facade.close(survey);

        for (TeamId team : List.of(town.team(), books)) {
            assertThat(satisfaction(team, Channel.COUNTER)).isEmpty();
            assertThat(satisfaction(team, Channel.PHONE)).isEmpty();
        }
        assertThat(facade.sheet(books, today, today)).singleElement().satisfies(sheet -> {
            assertThat(sheet.channels())
                    .containsExactly(
                            new ChannelAnswers(Channel.COUNTER, null), new ChannelAnswers(Channel.PHONE, null));
            assertThat(sheet.satisfied()).isEqualTo(new Satisfied(7, 11, 700 / 11.0, null));
            assertThat(sheet.limits())
                    .isEqualTo("Réponses recueillies sans tirage : elles ne représentent que ceux qui ont répondu, et "
                            + "n'ont pas de marge d'erreur. Moins de 30 réponses : ce résultat est fragile. Un groupe de "
                            + "moins de cinq réponses n'est jamais montré, ni par différence : d'autres chiffres peuvent "
                            + "être masqués avec lui.");
        });
    }

    @Test
    void theSheetOfAnEvaluationSaysHowEachSurveyWasMadeAndWhatItCannotSay() {
        SurveyId drawn = answered("Tirage", Sampling.RANDOM);
        facade.close(drawn);
        opened("En cours", Sampling.OPEN);
        surveyed.prepared(town);

        List<SurveySheet> sheets = facade.sheet(town.team(), today, today.plusDays(1));

        assertThat(sheets).extracting(SurveySheet::title).containsExactly("Tirage", "En cours");
        SurveySheet first = sheets.get(0);
        assertThat(first.survey()).isEqualTo(drawn);
        assertThat(first.mode()).isEqualTo("Échantillon tiré au hasard");
        assertThat(first.ways()).containsExactly("lien", "papier");
        assertThat(first.from()).isEqualTo(today);
        assertThat(first.to()).isEqualTo(today);
        Map<Channel, Integer> answers = new EnumMap<>(Channel.class);
        first.channels().forEach(one -> answers.put(one.channel(), one.answers()));
        assertThat(answers).isEqualTo(Map.of(Channel.COUNTER, 20, Channel.PHONE, 10));
        assertThat(first.satisfied()).isNotNull();
        assertThat(first.satisfied().satisfied()).isEqualTo(25);
        assertThat(first.satisfied().answers()).isEqualTo(30);
        Interval interval = first.satisfied().interval();
        assertThat(interval).isNotNull();
        // Wilson, 25 of 30
        assertThat(interval.lower()).isCloseTo(66.4353, within(0.0001));
        assertThat(interval.upper()).isCloseTo(92.6636, within(0.0001));
        assertThat(first.limits()).isEqualTo("Échantillon tiré au hasard : l'intervalle de Wilson est donné à 95 %.");
        assertThat(sheets.get(1).satisfied()).isNull();
        assertThat(sheets.get(1).limits()).contains("L'enquête est ouverte et n'a pas encore de résultats.");
    }

    @Test
    void aSurveyThatRunsOnIsCoveredAsFarAsItsLastEndedMonth() {
        SurveyId survey = opened("Toute l'année", Sampling.OPEN);
        answers(survey, books, Channel.COUNTER, 5, 8);
        clock.advance(Duration.ofDays(45));
        assertThat(facade.sheet(books, today, today)).singleElement().satisfies(sheet -> {
            assertThat(sheet.channels())
                    .as("whoever answered came to the library's counter")
                    .contains(new ChannelAnswers(Channel.COUNTER, 8));
            assertThat(sheet.limits()).contains("résultats arrêtés au");
            assertThat(sheet.to().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SUNDAY);
        });
        assertThat(satisfaction(books, Channel.COUNTER)).isPresent();
    }
}
