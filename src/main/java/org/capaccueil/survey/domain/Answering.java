package org.capaccueil.survey.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.survey.domain.Given.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A resident answers, whoever they are: nobody is signed in here and nothing is kept of who comes. The survey is found by
 * the code in the address; from then on only its commune's rows are in reach.
 */
@Service
public class Answering {

    private static final int MOST_TEXTS = 100;

    private final SurveyWays ways;
    private final SurveyRows surveys;
    private final Questionnaires questionnaires;
    private final Organisation organisation;
    private final AnswerStore store;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Cache<UUID, QuestionnaireText> texts =
            Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

    Answering(
            SurveyWays ways,
            SurveyRows surveys,
            Questionnaires questionnaires,
            Organisation organisation,
            AnswerStore store,
            TransactionOperations transaction,
            Clock clock) {
        this.ways = ways;
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.organisation = organisation;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The survey behind a code.
     *
     * @param open whether answers are taken today
     */
    public record Asked(
            WayView way, SurveyView survey, String commune, QuestionnaireText text, boolean open, String key) {

        /** The key is nobody's to see. */
        @Override
        public String toString() {
            return "the survey " + survey.id();
        }
    }

    /** Which way from a question. */
    public enum Move {
        NEXT,
        BACK
    }

    /**
     * What to show next.
     *
     * @param question null when everything is sent
     */
    public record Screen(@Nullable SurveyQuestion question, Given given, @Nullable Fault fault) {

        static final Screen SENT = new Screen(null, Given.nothing(), null);

        public boolean isSent() {
            return question == null;
        }
    }

    /** A code that leads nowhere is answered like every address that does. */
    public Asked asked(String code) {
        return Scope.everything().callIn(transaction, () -> {
            WayView way = ways.findByCode(ShortCode.read(code))
                    .map(SurveyWay::view)
                    .filter(one -> one.kind() != WayKind.PAPER)
                    .orElseThrow(NotFound::new);
            Survey survey = surveys.findById(way.survey().value()).orElseThrow();
            SurveyView view = survey.view();
            return new Asked(
                    way,
                    view,
                    organisation.commune(view.commune()).name(),
                    asked(view.questionnaire()),
                    view.takesAnswers(PublicTime.today(clock)),
                    Objects.requireNonNullElse(survey.receiptKey(), ""));
        });
    }

    /** What residents are asked is published, and what is published never changes. */
    private QuestionnaireText asked(UUID questionnaire) {
        return texts.get(
                questionnaire, id -> questionnaires.findById(id).orElseThrow().text());
    }

    /** The secret an answer is known by while it is given; nothing is kept before the first question is answered. */
    public String begin() {
        return Secret.random();
    }

    public Screen first(Asked asked) {
        return new Screen(asked.text().questions().get(0), Given.nothing(), null);
    }

    /**
     * Takes the answer to one question and says which comes next. Going back keeps what was typed, whatever it is; the last
     * answer sends everything, once, however often it comes.
     *
     * @param typed numbers of options, or the text
     * @throws StepNoLongerOpen if the survey was closed meanwhile
     */
    public Screen answer(Asked asked, String secret, String code, List<String> typed, Move move) {
        if (!asked.open() || !Secret.isOne(secret)) {
            throw new NotFound();
        }
        SurveyQuestion question = asked.text().question(code).orElseThrow(NotFound::new);
        String mark = Secret.mark(secret, asked.key());
        return Scope.of(asked.survey().commune()).callIn(transaction, () -> {
            store.queue(mark);
            if (store.isReceived(mark)) {
                return Screen.SENT;
            }
            Given given = store.begun(mark).orElseGet(Given::nothing).with(question, typed);
            Optional<Fault> fault = given.fault(question);
            if (fault.isPresent() && (move == Move.NEXT || fault.get() == Fault.TOO_LONG)) {
                return new Screen(question, given, fault.get());
            }
            store.keep(mark, asked.way().id(), given);
            int next = asked.text().position(code) + (move == Move.NEXT ? 1 : -1);
            if (next < asked.text().questions().size()) {
                return new Screen(asked.text().questions().get(Math.max(next, 0)), given, null);
            }
            return send(asked, mark, given);
        });
    }

    private Screen send(Asked asked, String mark, Given given) {
        Optional<SurveyQuestion> left = given.firstFault(asked.text());
        if (left.isPresent()) {
            return new Screen(left.get(), given, Fault.MISSING);
        }
        store.requireOpen(asked.survey().id());
        store.receive(mark, asked.survey().commune(), asked.survey().lastDay());
        store.count(asked.way(), given);
        return Screen.SENT;
    }
}
