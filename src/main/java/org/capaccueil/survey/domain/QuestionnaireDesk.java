package org.capaccueil.survey.domain;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where quality managers word their commune's questionnaires: a draft changes, a published version never does. */
@Service
@Transactional
public class QuestionnaireDesk {

    private final Questionnaires questionnaires;
    private final ShippedQuestionnaire shipped;
    private final Trail trail;
    private final Clock clock;

    QuestionnaireDesk(Questionnaires questionnaires, ShippedQuestionnaire shipped, Trail trail, Clock clock) {
        this.questionnaires = questionnaires;
        this.shipped = shipped;
        this.trail = trail;
        this.clock = clock;
    }

    /** A version with all it says. */
    public record Sheet(QuestionnaireView head, QuestionnaireText text) {}

    @Transactional(readOnly = true)
    public List<QuestionnaireView> shelf(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return questionnaires
                .findByCommuneIdOrderByTitleAscEditionDesc(actor.commune().value())
                .stream()
                .map(Questionnaire::view)
                .toList();
    }

    /** Those a new survey may ask, the latest published first. */
    @Transactional(readOnly = true)
    public List<QuestionnaireView> askable(Actor actor) {
        return shelf(actor).stream()
                .filter(QuestionnaireView::isPublished)
                .sorted((one, other) -> Objects.requireNonNull(other.publishedAt())
                        .compareTo(Objects.requireNonNull(one.publishedAt())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Sheet sheet(Actor actor, UUID id) {
        Questionnaire questionnaire = own(actor, id);
        return new Sheet(questionnaire.view(), questionnaire.text());
    }

    /** Begins a draft with the ten questions the product is shipped with. */
    public UUID beginWithShipped(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        Questionnaire draft = questionnaires.save(Questionnaire.first(actor.commune(), shipped.text()));
        record(actor, draft, "Questionnaire commencé", null, draft.text());
        return draft.id();
    }

    /** Begins the next version of a questionnaire with the words of this one. */
    public UUID beginNext(Actor actor, UUID id) {
        Questionnaire before = hold(actor, id);
        List<QuestionnaireView> family = questionnaires.findByFamily(before.family()).stream()
                .map(Questionnaire::view)
                .toList();
        return family.stream()
                .filter(QuestionnaireView::isDraft)
                .map(QuestionnaireView::id)
                .findFirst()
                .orElseGet(() -> {
                    int edition = family.stream()
                                    .mapToInt(QuestionnaireView::edition)
                                    .max()
                                    .orElse(0)
                            + 1;
                    Questionnaire draft = questionnaires.save(before.next(edition));
                    record(actor, draft, "Nouvelle version du questionnaire", null, null);
                    return draft.id();
                });
    }

    /** Changes title, duration and which question asks for the satisfaction as a whole. */
    public void head(Actor actor, UUID id, long version, String title, int minutes, @Nullable String overall) {
        change(actor, id, version, text -> text.headed(title, minutes, overall));
    }

    /** Adds a question at the end; its code is given here. */
    public void add(Actor actor, UUID id, long version, SurveyQuestion question) {
        change(
                actor,
                id,
                version,
                text -> text.with(new SurveyQuestion(
                        text.freeCode(),
                        question.type(),
                        question.required(),
                        question.text(),
                        question.options(),
                        question.maxChars())));
    }

    public void reword(Actor actor, UUID id, long version, SurveyQuestion question) {
        change(actor, id, version, text -> text.asking(question));
    }

    public void move(Actor actor, UUID id, long version, String code, boolean up) {
        change(actor, id, version, text -> {
            text.question(code).orElseThrow(NotFound::new);
            return text.moved(code, up);
        });
    }

    public void remove(Actor actor, UUID id, long version, String code) {
        change(actor, id, version, text -> {
            text.question(code).orElseThrow(NotFound::new);
            return text.without(code);
        });
    }

    public void translate(Actor actor, UUID id, long version, Language language, Translation translation) {
        change(actor, id, version, text -> text.translated(language, translation));
    }

    private void change(Actor actor, UUID id, long version, UnaryOperator<QuestionnaireText> change) {
        Questionnaire questionnaire = hold(actor, id);
        questionnaire.requireDraft();
        QuestionnaireText before = questionnaire.text();
        QuestionnaireText after = change.apply(before);
        if (questionnaire.version() != version && !after.equals(before)) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié ce questionnaire pendant que vous l'aviez ouvert. "
                            + "Rien n'est perdu : voici les deux textes.",
                    List.of(new Difference("Questionnaire", inWords(before), inWords(after))));
        }
        questionnaire.write(after);
        record(actor, questionnaire, "Questionnaire modifié", before, after);
    }

    /**
     * Publishes a draft for good.
     *
     * @param version what was read: what somebody else changed since is not published unseen
     */
    public void publish(Actor actor, UUID id, long version) {
        Questionnaire questionnaire = hold(actor, id);
        questionnaire.requireDraft();
        if (questionnaire.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié ce questionnaire depuis que vous l'avez lu. Relisez-le, puis publiez-le.",
                    List.of(new Difference(
                            "Questionnaire", inWords(questionnaire.text()), "Publier ce que vous aviez lu")));
        }
        questionnaire.publish(clock.instant());
        record(actor, questionnaire, "Questionnaire publié", null, null);
    }

    public void withdraw(Actor actor, UUID id, String reason) {
        Questionnaire questionnaire = hold(actor, id);
        questionnaire.withdraw(reason, clock.instant());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(questionnaire.view().fullTitle(), "Questionnaire retiré")
                        .because(reason.strip()));
    }

    public void discard(Actor actor, UUID id) {
        Questionnaire questionnaire = hold(actor, id);
        questionnaire.requireDraft();
        questionnaires.delete(questionnaire);
        record(actor, questionnaire, "Brouillon de questionnaire supprimé", questionnaire.text(), null);
    }

    /** What a process asks in a commune: its latest published version, or the shipped one, published for it now. */
    UUID current(CommuneId commune) {
        return questionnaires
                .findFirstByCommuneIdAndStatusOrderByPublishedAtDesc(commune.value(), QuestionnaireStatus.PUBLISHED)
                .map(Questionnaire::id)
                .orElseGet(() -> {
                    Questionnaire first = Questionnaire.first(commune, shipped.text());
                    first.publish(clock.instant());
                    trail.recordBySystem(
                            Event.general(first.view().fullTitle(), "Questionnaire livré publié pour une campagne"));
                    return questionnaires.save(first).id();
                });
    }

    private Questionnaire own(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return questionnaires
                .findById(id)
                .filter(one -> one.isOf(actor.commune()))
                .orElseThrow(NotFound::new);
    }

    private Questionnaire hold(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return questionnaires.hold(id).filter(one -> one.isOf(actor.commune())).orElseThrow(NotFound::new);
    }

    private void record(
            Actor actor,
            Questionnaire questionnaire,
            String action,
            @Nullable QuestionnaireText before,
            @Nullable QuestionnaireText after) {
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(questionnaire.view().fullTitle(), action)
                        .change(before == null ? null : inWords(before), after == null ? null : inWords(after)));
    }

    private static String inWords(QuestionnaireText text) {
        String questions =
                text.questions().stream().map(SurveyQuestion::summary).collect(Collectors.joining("\n"));
        String languages = text.translations().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(one -> "\n" + one.getKey().title() + " : " + one.getValue().title() + " "
                        + one.getValue().questions().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(words -> words.getValue().text() + " "
                                        + String.join(" / ", words.getValue().options()))
                                .collect(Collectors.joining(" ; ")))
                .collect(Collectors.joining());
        return text.title() + ", " + text.minutes() + " min, satisfaction d'ensemble : " + text.overall() + "\n"
                + questions + languages;
    }
}
