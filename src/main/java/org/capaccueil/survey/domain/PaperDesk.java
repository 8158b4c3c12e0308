package org.capaccueil.survey.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers that came on paper are typed in by somebody of the team, or a quality manager, and stay marked as such. */
@Service
@Transactional
public class PaperDesk {

    private final SurveySight sight;
    private final Questionnaires questionnaires;
    private final AnswerStore store;
    private final Trail trail;
    private final Clock clock;

    PaperDesk(SurveySight sight, Questionnaires questionnaires, AnswerStore store, Trail trail, Clock clock) {
        this.sight = sight;
        this.questionnaires = questionnaires;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Counts one sheet.
     *
     * @param sheet a random text that stands in the form: sent twice it counts once
     * @param answers by the code of the question, numbers of options or the text
     * @return whether it was counted; not if it had been before
     */
    public boolean type(Actor actor, SurveyId id, UUID wayId, String sheet, Map<String, List<String>> answers) {
        Seen seen = sight.seen(actor, id);
        requireTypes(actor, seen.ways());
        WayView way = seen.ways().stream()
                .filter(one -> one.id().equals(wayId) && one.kind() == WayKind.PAPER)
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal("way", "Choisissez où cette réponse a été recueillie."));
        requireTypes(actor, List.of(way));
        SurveyView survey = seen.survey().view();
        if (!survey.takesAnswers(PublicTime.today(clock))) {
            throw new StepNoLongerOpen("Cette enquête ne prend plus de réponses : elle n'est pas ouverte.");
        }
        QuestionnaireText text =
                questionnaires.findById(survey.questionnaire()).orElseThrow().text();
        Given given = Given.nothing();
        for (SurveyQuestion question : text.questions()) {
            given = given.with(question, answers.getOrDefault(question.code(), List.of()));
        }
        Optional<SurveyQuestion> fault = given.firstFault(text);
        if (fault.isPresent()) {
            throw new BusinessRefusal(
                    fault.get().code(),
                    "« " + fault.get().text() + " » : une réponse est attendue, dans la longueur prévue.");
        }
        String mark = Secret.mark(sheet, String.valueOf(seen.survey().receiptKey()));
        store.queue(mark);
        if (store.isReceived(mark)) {
            return false;
        }
        store.requireOpen(id);
        store.receive(mark, survey.commune(), survey.lastDay());
        store.count(way, given);
        trail.record(acting(actor, way), Event.general(survey.title(), "Réponse sur papier saisie"));
        return true;
    }

    private static void requireTypes(Actor actor, List<WayView> ways) {
        if (!actor.is(Role.QUALITY_MANAGER) && ways.stream().noneMatch(way -> actor.belongsTo(way.team()))) {
            throw new NotAllowed("Les réponses sur papier sont saisies par l'équipe qui les a recueillies, "
                    + "ou par un référent qualité.");
        }
    }

    private static Acting acting(Actor actor, WayView way) {
        return actor.belongsTo(way.team()) ? actor.asMemberOf(way.team()) : actor.as(Role.QUALITY_MANAGER);
    }
}
