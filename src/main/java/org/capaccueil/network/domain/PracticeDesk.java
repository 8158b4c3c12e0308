package org.capaccueil.network.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A commune writes its good practices: quality managers and team leads word them, quality managers share them. */
@Service
@Transactional
public class PracticeDesk {

    private final GoodPractices practices;
    private final Evaluations evaluations;
    private final ActionPlans plans;
    private final Standards standards;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    PracticeDesk(
            GoodPractices practices,
            Evaluations evaluations,
            ActionPlans plans,
            Standards standards,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.practices = practices;
        this.evaluations = evaluations;
        this.plans = plans;
        this.standards = standards;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /** An improvement action, by the evaluation whose plan it is in. */
    public record Source(EvaluationId evaluation, UUID action) {}

    /** What an action that was verified as effective says, without the people, to begin a text with. */
    @Transactional(readOnly = true)
    public PracticeText from(Actor actor, Source source) {
        requireWrites(actor);
        EvaluationView evaluation = evaluations.visibleTo(actor, source.evaluation());
        Action action = effective(actor, evaluation, source.action());
        NamedPeople people = people(actor);
        Criterion criterion = standards
                .content(evaluation.standard())
                .criterion(action.criterion())
                .orElseThrow(NotFound::new);
        return new PracticeText(
                people.outOf(action.title()),
                people.outOf(action.cause()),
                people.outOf(orEmpty(action.progressNote())),
                people.outOf(orEmpty(action.effectivenessNote())),
                null,
                "",
                criterion.channels().isEmpty() ? evaluation.channels() : criterion.channels(),
                standards
                        .content(evaluation.standard())
                        .themeOf(criterion.code())
                        .titleFr(),
                criterion.code());
    }

    private Action effective(Actor actor, EvaluationView evaluation, UUID id) {
        if (!evaluation.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        Action action = plans.actions(evaluation.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (action.status() != ActionStatus.EFFECTIVE) {
            throw new BusinessRefusal(
                    "Cette action n'a pas encore été vérifiée comme efficace : attendez sa vérification "
                            + "pour en faire une bonne pratique.");
        }
        return action;
    }

    /**
     * Begins a draft.
     *
     * @param source the action it tells of; null when it tells of none
     */
    public UUID draft(Actor actor, PracticeText text, @Nullable Source source) {
        requireWrites(actor);
        if (source != null) {
            effective(actor, evaluations.visibleTo(actor, source.evaluation()), source.action());
        }
        GoodPractice practice = practices.save(
                new GoodPractice(actor.commune(), text, source == null ? null : source.action(), clock.instant()));
        trail.record(
                actor, Event.general(text.title(), "Bonne pratique commencée").change(null, text.inWords()));
        return practice.view().id();
    }

    /**
     * Saves another text; of a shared one the others read the new text from now on.
     *
     * @throws ChangedMeanwhile when somebody saved it since this version was read
     */
    public void change(Actor actor, UUID id, long version, PracticeText text) {
        GoodPractice practice = own(actor, id);
        requireWrites(actor);
        PracticeText before = practice.text();
        if (practice.view().version() != version) {
            List<Difference> differences = differences(before, text);
            if (!differences.isEmpty()) {
                throw new ChangedMeanwhile(
                        "Quelqu'un d'autre a enregistré cette bonne pratique pendant que vous l'aviez ouverte. Rien n'est "
                                + "perdu : voici les deux textes.",
                        differences);
            }
        }
        if (practice.view().isShared()) {
            actor.require(Role.QUALITY_MANAGER);
            requireNamesNobody(actor, text);
        }
        practice.change(text, clock.instant());
        trail.record(
                actor, Event.general(text.title(), "Bonne pratique modifiée").change(before.inWords(), text.inWords()));
    }

    public void share(Actor actor, UUID id) {
        GoodPractice practice = own(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        requireNamesNobody(actor, practice.text());
        practice.share(clock.instant());
        trail.record(actor, Event.general(practice.text().title(), "Bonne pratique partagée avec le réseau"));
    }

    public void withdraw(Actor actor, UUID id, String reason) {
        GoodPractice practice = own(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        practice.withdraw(reason, clock.instant());
        trail.record(
                actor,
                Event.general(practice.text().title(), "Bonne pratique retirée").because(reason.strip()));
    }

    private void requireNamesNobody(Actor actor, PracticeText text) {
        people(actor).in(text.written()).ifPresent(name -> {
            throw new BusinessRefusal("Le texte nomme « " + name
                    + " ». Une bonne pratique ne nomme personne : dites la " + "fonction ou l'équipe à la place.");
        });
    }

    private NamedPeople people(Actor actor) {
        return NamedPeople.of(organisation.peopleOf(actor.commune()));
    }

    private GoodPractice own(Actor actor, UUID id) {
        return practices
                .hold(id)
                .filter(practice -> practice.view().commune().equals(actor.commune()))
                .filter(practice -> !practice.view().isDraft() || mayWrite(actor))
                .orElseThrow(NotFound::new);
    }

    static boolean mayWrite(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || !actor.leads().isEmpty();
    }

    private static void requireWrites(Actor actor) {
        if (!mayWrite(actor)) {
            throw new NotAllowed("Une bonne pratique se rédige par un référent qualité ou un responsable d'équipe. "
                    + "Racontez-leur la vôtre.");
        }
    }

    private static List<Difference> differences(PracticeText saved, PracticeText yours) {
        return Stream.of(
                        new Difference("Titre", saved.title(), yours.title()),
                        new Difference("La situation", saved.situation(), yours.situation()),
                        new Difference("Ce qui a été fait", saved.done(), yours.done()),
                        new Difference("Le résultat", saved.result(), yours.result()),
                        new Difference("Chiffre", figure(saved), figure(yours)),
                        new Difference("Thème", saved.theme(), yours.theme()),
                        new Difference("Critère", saved.criterion(), yours.criterion()))
                .filter(difference -> !difference.saved().equals(difference.yours()))
                .toList();
    }

    private static String figure(PracticeText text) {
        return text.figure() == null ? "" : text.figure().toPlainString() + " " + text.unit();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
