package org.capaccueil.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.survey.domain.AnswerMixing;
import org.capaccueil.survey.domain.Answering;
import org.capaccueil.survey.domain.Answering.Asked;
import org.capaccueil.survey.domain.Answering.Move;
import org.capaccueil.survey.domain.Answering.Screen;
import org.capaccueil.survey.domain.QuestionnaireDesk;
import org.capaccueil.survey.domain.Sampling;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.SurveyPlan;
import org.capaccueil.survey.domain.SurveyPlan.Place;
import org.capaccueil.survey.domain.SurveyReading;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.springframework.boot.test.context.TestComponent;

/** A town that asks its residents the shipped questions. */
@TestComponent
public class SurveyedTown {

    private final Fixtures fixtures;
    private final Organisation organisation;
    private final QuestionnaireDesk questionnaires;
    private final SurveyDesk desk;
    private final SurveyReading reading;
    private final Answering answering;
    private final AnswerMixing mixing;
    private final Clock clock;

    public SurveyedTown(
            Fixtures fixtures,
            Organisation organisation,
            QuestionnaireDesk questionnaires,
            SurveyDesk desk,
            SurveyReading reading,
            Answering answering,
            AnswerMixing mixing,
            Clock clock) {
        this.fixtures = fixtures;
        this.organisation = organisation;
        this.questionnaires = questionnaires;
        this.desk = desk;
        this.reading = reading;
        this.answering = answering;
        this.mixing = mixing;
        this.clock = clock;
    }

    public UUID publishedQuestionnaire(Town town) {
        Actor manager = fixtures.actor(town.manager());
        UUID questionnaire = questionnaires.beginWithShipped(manager);
        questionnaires.publish(manager, questionnaire, 0);
        return questionnaire;
    }

    /** On every point and channel of the town's team, in every way, for eleven months: tests move the clock. */
    public SurveyPlan plan(Town town) {
        return plan(town, PublicTime.today(clock).plusMonths(11), Sampling.OPEN);
    }

    public SurveyPlan plan(Town town, LocalDate lastDay, Sampling sampling) {
        Set<Place> places = new HashSet<>();
        organisation.team(town.team()).points().forEach(point -> {
            for (Channel channel : point.channels()) {
                places.add(new Place(point.id(), channel));
            }
        });
        return new SurveyPlan(
                publishedQuestionnaire(town),
                "Enquête d'essai",
                PublicTime.today(clock),
                lastDay,
                sampling,
                sampling == Sampling.RANDOM ? 10_500 : null,
                places,
                sampling == Sampling.RANDOM ? Set.of(WayKind.LINK, WayKind.PAPER) : Set.of(WayKind.values()));
    }

    public SurveyId prepared(Town town) {
        return desk.prepare(fixtures.actor(town.manager()), plan(town));
    }

    public SurveyId opened(Town town) {
        return opened(town, plan(town));
    }

    public SurveyId opened(Town town, SurveyPlan plan) {
        Actor manager = fixtures.actor(town.manager());
        SurveyId survey = desk.prepare(manager, plan);
        desk.open(manager, survey, 0);
        return survey;
    }

    public List<WayView> ways(Town town, SurveyId survey) {
        return reading.sheet(fixtures.actor(town.manager()), survey).ways();
    }

    public WayView way(Town town, SurveyId survey, WayKind kind) {
        return ways(town, survey).stream()
                .filter(way -> way.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** One complete answer by the use case; the others are answered in the middle. */
    public String answer(WayView way, int overall, String comment) {
        String secret = answering.begin();
        answer(way, secret, overall, comment);
        return secret;
    }

    public Screen answer(WayView way, String secret, int overall, String comment) {
        Asked asked = answering.asked(way.code());
        Screen screen = answering.first(asked);
        for (Map.Entry<String, String> one : answers(overall, comment)) {
            screen = answering.answer(
                    asked,
                    secret,
                    one.getKey(),
                    one.getValue().isEmpty() ? List.of() : List.of(one.getValue()),
                    Move.NEXT);
        }
        return screen;
    }

    /** Free texts, and others besides, so that the moderator may read them. */
    public void written(WayView way, String... texts) {
        for (int i = 0; i < Math.max(texts.length, 5); i++) {
            answer(way, 2, i < texts.length ? texts[i] : "Rien à redire.");
        }
        mixing.shake();
    }

    /** The codes of the shipped questions with an answer to each. */
    public static Collection<Map.Entry<String, String>> answers(int overall, String comment) {
        List<Map.Entry<String, String>> answers = new ArrayList<>();
        answers.add(Map.entry("channel", "1"));
        answers.add(Map.entry("reason", "2"));
        for (String scale : List.of("easy_reach", "waiting", "courtesy", "clarity", "privacy_access")) {
            answers.add(Map.entry(scale, "3"));
        }
        answers.add(Map.entry("resolved", "1"));
        answers.add(Map.entry("overall", Integer.toString(overall)));
        answers.add(Map.entry("comment", comment));
        return answers;
    }
}
