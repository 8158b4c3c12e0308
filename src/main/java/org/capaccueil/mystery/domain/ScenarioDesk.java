package org.capaccueil.mystery.domain;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where quality managers word scenarios, put them in use and retire them. */
@Service
@Transactional
public class ScenarioDesk {

    private final Scenarios scenarios;
    private final Starter starter;
    private final Trail trail;

    ScenarioDesk(Scenarios scenarios, Starter starter, Trail trail) {
        this.scenarios = scenarios;
        this.starter = starter;
        this.trail = trail;
    }

    public List<ScenarioView> shelf(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        starter.give(actor.commune());
        return scenarios.findByCommuneIdOrderByKindAscTitleAsc(actor.commune().value()).stream()
                .map(Scenario::view)
                .sorted(Comparator.comparing(ScenarioView::status).thenComparing(ScenarioView::kind))
                .toList();
    }

    @Transactional(readOnly = true)
    public ScenarioView scenario(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return scenarios
                .findById(id)
                .filter(one -> one.isOf(actor.commune()))
                .orElseThrow(NotFound::new)
                .view();
    }

    public UUID write(Actor actor, ScenarioText text) {
        actor.require(Role.QUALITY_MANAGER);
        Scenario scenario = scenarios.save(new Scenario(actor.commune(), text));
        record(actor, Event.general(text.title(), "Scénario mystère écrit").change(null, text.inWords()));
        return scenario.id();
    }

    public void reword(Actor actor, UUID id, long version, ScenarioText text) {
        Scenario scenario = held(actor, id);
        ScenarioText before = scenario.text();
        if (scenario.view().version() != version && !before.equals(text)) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié ce scénario pendant que vous l'aviez ouvert. Rien n'est perdu : "
                            + "voici les deux versions.",
                    List.of(new Difference("Scénario", before.inWords(), text.inWords())));
        }
        scenario.reword(text);
        record(actor, Event.general(text.title(), "Scénario mystère modifié").change(before.inWords(), text.inWords()));
    }

    /** Whether waves may take it from now on. */
    public void offer(Actor actor, UUID id, boolean inUse) {
        Scenario scenario = held(actor, id);
        if (inUse) {
            scenario.use();
        } else {
            scenario.retire();
        }
        record(
                actor,
                Event.general(
                        scenario.text().title(),
                        inUse ? "Scénario mystère mis en service" : "Scénario mystère retiré"));
    }

    private Scenario held(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return scenarios.hold(id).filter(one -> one.isOf(actor.commune())).orElseThrow(NotFound::new);
    }

    private void record(Actor actor, Event event) {
        trail.record(actor.as(Role.QUALITY_MANAGER), event);
    }
}
