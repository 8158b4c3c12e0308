package org.capaccueil.tally.domain;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
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

/** The commune's subjects and orientations, kept by its quality managers for all points at once. */
@Service
@Transactional
public class ChoiceBook {

    /** As many as fit on a phone without scrolling for the right one. */
    static final int MOST_OFFERED = 12;

    private final TallyChoices choices;
    private final Trail trail;
    private final Clock clock;

    ChoiceBook(TallyChoices choices, Trail trail, Clock clock) {
        this.choices = choices;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of them in their order, archived ones too. */
    @Transactional(readOnly = true)
    public List<ChoiceView> all(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return of(actor.commune());
    }

    List<ChoiceView> of(CommuneId commune) {
        return choices.findByCommuneIdOrderByPosition(commune.value()).stream()
                .map(TallyChoice::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public ChoiceView one(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return known(actor, id).view();
    }

    public UUID add(Actor actor, ChoiceKind kind, String code, String label) {
        actor.require(Role.QUALITY_MANAGER);
        List<ChoiceView> there = of(actor.commune(), kind);
        if (there.stream().anyMatch(one -> one.code().equals(code))) {
            throw new BusinessRefusal(
                    "code", "Le code « " + code + " » est déjà pris, peut-être par un choix archivé : remettez-le.");
        }
        refuseTwin(there, label, null);
        refuseTooMany(there);
        TallyChoice choice = new TallyChoice(actor.commune(), kind, code, label, afterLast(there));
        choices.save(choice);
        record(actor, choice.view(), "Ajouté", null, choice.view().label());
        return choice.view().id();
    }

    /**
     * Gives a choice other words; what was counted under it is counted under the new ones.
     *
     * @throws ChangedMeanwhile when somebody gave it others since
     */
    public void rename(Actor actor, UUID id, long version, String label) {
        actor.require(Role.QUALITY_MANAGER);
        TallyChoice choice = known(actor, id);
        ChoiceView before = choice.view();
        if (before.version() != version && !before.label().equals(label.strip())) {
            throw new ChangedMeanwhile(
                    "Ce libellé a été modifié pendant que vous l'aviez ouvert. Choisissez la version à garder.",
                    List.of(new Difference("Libellé", before.label(), label)));
        }
        refuseTwin(of(actor.commune(), before.kind()), label, id);
        choice.rename(label);
        if (!choice.view().label().equals(before.label())) {
            record(actor, before, "Renommé", before.label(), choice.view().label());
        }
    }

    /** One place up or down among those that are offered; at the end of the list nothing happens. */
    public void move(Actor actor, UUID id, boolean up) {
        actor.require(Role.QUALITY_MANAGER);
        TallyChoice choice = known(actor, id);
        List<ChoiceView> offered = of(actor.commune(), choice.view().kind()).stream()
                .filter(ChoiceView::isOffered)
                .toList();
        int place = offered.indexOf(choice.view());
        int other = up ? place - 1 : place + 1;
        if (place < 0 || other < 0 || other >= offered.size()) {
            return;
        }
        choice.changePlacesWith(known(actor, offered.get(other).id()));
        record(actor, choice.view(), up ? "Monté" : "Descendu", null, null);
    }

    /** Nobody taps it any more; what was tapped stays in the figures. */
    public void archive(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        TallyChoice choice = known(actor, id);
        boolean last = of(actor.commune(), choice.view().kind()).stream()
                .filter(ChoiceView::isOffered)
                .allMatch(one -> one.id().equals(id));
        if (choice.view().isOffered() && last) {
            throw new BusinessRefusal("C'est le dernier choix de la liste : ajoutez-en un autre avant de l'archiver.");
        }
        choice.archive(clock.instant());
        record(actor, choice.view(), "Archivé", null, null);
    }

    public void bringBack(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        TallyChoice choice = known(actor, id);
        List<ChoiceView> there = of(actor.commune(), choice.view().kind());
        if (!choice.view().isOffered()) {
            refuseTwin(there, choice.view().label(), id);
            refuseTooMany(there);
        }
        choice.bringBack(afterLast(there));
        record(actor, choice.view(), "Remis dans la liste", null, null);
    }

    private List<ChoiceView> of(CommuneId commune, ChoiceKind kind) {
        return of(commune).stream().filter(one -> one.kind() == kind).toList();
    }

    private TallyChoice known(Actor actor, UUID id) {
        return choices.findByIdAndCommuneId(id, actor.commune().value()).orElseThrow(NotFound::new);
    }

    private static int afterLast(List<ChoiceView> there) {
        return there.stream().mapToInt(ChoiceView::position).max().orElse(0) + 1;
    }

    private static void refuseTwin(List<ChoiceView> there, String label, @Nullable UUID except) {
        there.stream()
                .filter(ChoiceView::isOffered)
                .filter(one -> one.label().equalsIgnoreCase(label.strip()) && !Objects.equals(one.id(), except))
                .findFirst()
                .ifPresent(twin -> {
                    throw new BusinessRefusal(
                            "label",
                            "« " + twin.label() + " » est déjà dans la liste : deux boutons pareils se confondent. "
                                    + "Choisissez d'autres mots.");
                });
    }

    private static void refuseTooMany(List<ChoiceView> there) {
        if (there.stream().filter(ChoiceView::isOffered).count() >= MOST_OFFERED) {
            throw new BusinessRefusal("La liste a déjà " + MOST_OFFERED
                    + " choix : au-delà, on ne trouve plus le bon du premier coup. Archivez-en un d'abord.");
        }
    }

    private void record(Actor actor, ChoiceView choice, String what, @Nullable String before, @Nullable String after) {
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general("Recueil · " + choice.kind().title() + " " + choice.code(), what)
                        .change(before, after));
    }
}
