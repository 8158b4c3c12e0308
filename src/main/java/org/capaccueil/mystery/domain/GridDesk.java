package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where quality managers word the grid: a draft changes, a published edition never does. */
@Service
@Transactional
public class GridDesk {

    private static final String SUBJECT = "Grille mystère, édition ";

    private final Grids grids;
    private final Starter starter;
    private final Trail trail;
    private final Clock clock;

    GridDesk(Grids grids, Starter starter, Trail trail, Clock clock) {
        this.grids = grids;
        this.starter = starter;
        this.trail = trail;
        this.clock = clock;
    }

    /** Every edition, the newest first. */
    public List<GridView> editions(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        starter.give(actor.commune());
        return grids.findByCommuneIdOrderByEditionDesc(actor.commune().value()).stream()
                .map(Grid::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public GridView edition(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return grids.findById(id)
                .filter(grid -> grid.isOf(actor.commune()))
                .orElseThrow(NotFound::new)
                .view();
    }

    /** The draft of the next edition, begun with the words of the last one where there is none yet. */
    public UUID begin(Actor actor) {
        List<GridView> editions = editions(actor);
        if (editions.get(0).isDraft()) {
            return editions.get(0).id();
        }
        Grid draft = grids.save(new Grid(
                actor.commune(), editions.get(0).edition() + 1, editions.get(0).text()));
        record(actor, draft, "Édition commencée");
        return draft.id();
    }

    /** Adds an item; its code is given here. */
    public void add(Actor actor, UUID id, long version, GridItem item) {
        item.requireSound();
        change(actor, id, version, "Ligne ajoutée : " + item.text(), text -> text.with(item));
    }

    public void reword(Actor actor, UUID id, long version, GridItem item) {
        item.requireSound();
        change(actor, id, version, "Ligne modifiée : " + item.text(), text -> text.changing(item));
    }

    public void remove(Actor actor, UUID id, long version, String code) {
        change(actor, id, version, "Ligne retirée : " + code, text -> text.without(code));
    }

    public void publish(Actor actor, UUID id) {
        Grid grid = held(actor, id);
        grid.publish(clock.instant());
        record(actor, grid, "Édition publiée");
    }

    private void change(Actor actor, UUID id, long version, String what, UnaryOperator<GridText> change) {
        Grid grid = held(actor, id);
        if (grid.view().version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié cette grille pendant que vous l'aviez ouverte. Rien n'est perdu : "
                            + "rouvrez-la et refaites ce changement.",
                    List.of(new Difference(
                            "Grille", grid.text().items().size() + " lignes enregistrées depuis", what)));
        }
        grid.rewrite(change.apply(grid.text()));
        record(actor, grid, what);
    }

    private Grid held(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return grids.hold(id).filter(grid -> grid.isOf(actor.commune())).orElseThrow(NotFound::new);
    }

    private void record(Actor actor, Grid grid, String action) {
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(SUBJECT + grid.view().edition(), action));
    }
}
