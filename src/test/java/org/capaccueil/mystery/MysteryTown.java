package org.capaccueil.mystery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.domain.GridItem;
import org.capaccueil.mystery.domain.ObserverDesk;
import org.capaccueil.mystery.domain.Observing;
import org.capaccueil.mystery.domain.OwnVisits;
import org.capaccueil.mystery.domain.OwnVisits.MyVisit;
import org.capaccueil.mystery.domain.Rating;
import org.capaccueil.mystery.domain.ScenarioDesk;
import org.capaccueil.mystery.domain.ScenarioView;
import org.capaccueil.mystery.domain.VisitSheet;
import org.capaccueil.mystery.domain.WaveDesk;
import org.capaccueil.mystery.domain.WavePlan;
import org.capaccueil.mystery.domain.WavePlan.Spot;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;

/** A town that has its points observed. */
@TestComponent
public class MysteryTown {

    private final Fixtures fixtures;
    private final Organisation organisation;
    private final ObserverDesk observers;
    private final ScenarioDesk scenarios;
    private final WaveDesk desk;
    private final Observing observing;
    private final OwnVisits own;
    private final Clock clock;

    public MysteryTown(
            Fixtures fixtures,
            Organisation organisation,
            ObserverDesk observers,
            ScenarioDesk scenarios,
            WaveDesk desk,
            Observing observing,
            OwnVisits own,
            Clock clock) {
        this.fixtures = fixtures;
        this.organisation = organisation;
        this.observers = observers;
        this.scenarios = scenarios;
        this.desk = desk;
        this.observing = observing;
        this.own = own;
        this.clock = clock;
    }

    /** Somebody of the town in no team, trained, who has accepted the rules. */
    public PersonId observer(Town town, String name) {
        PersonId person = fixtures.person(
                town.commune(), name, UUID.randomUUID().toString().substring(0, 8), "Chargée de mission");
        enrol(town, person);
        return person;
    }

    public void enrol(Town town, PersonId person) {
        observers.enrol(
                fixtures.actor(town.manager()), person, PublicTime.today(clock).minusMonths(1));
        observers.accept(fixtures.actor(person), person);
    }

    /** All channels of the town's team for two months from today, with the shipped scenarios. */
    public WavePlan plan(Town town, int perPlace) {
        Set<Spot> places = new HashSet<>();
        organisation.team(town.team()).points().forEach(point -> {
            for (Channel channel : point.channels()) {
                places.add(new Spot(point.id(), channel));
            }
        });
        LocalDate today = PublicTime.today(clock);
        return new WavePlan(
                "Vague d'essai",
                today,
                today.plusMonths(2),
                perPlace,
                "lundi 9-12",
                places,
                scenarios.shelf(fixtures.actor(town.manager())).stream()
                        .map(ScenarioView::id)
                        .collect(Collectors.toSet()));
    }

    public UUID planned(Town town, int perPlace) {
        Actor manager = fixtures.actor(town.manager());
        UUID wave = desk.prepare(manager, plan(town, perPlace));
        desk.propose(manager, wave);
        return wave;
    }

    public UUID underway(Town town, int perPlace) {
        UUID wave = planned(town, perPlace);
        desk.confirm(fixtures.actor(town.manager()), wave);
        return wave;
    }

    /** The visits of somebody in one wave that are still to do. */
    public List<UUID> visits(PersonId observer) {
        return own.mine(fixtures.actor(observer)).stream()
                .filter(MyVisit::isWaiting)
                .map(MyVisit::id)
                .toList();
    }

    /** Begun, every line noted with as many points as are lost of those possible, and a remark. */
    public VisitSheet noted(PersonId observer, UUID visit, int lost, String remark) {
        Actor actor = fixtures.actor(observer);
        observing.start(actor, visit);
        VisitSheet sheet = own.sheet(actor, visit);
        observing.save(actor, visit, sheet.version(), points(sheet, lost), remark);
        return own.sheet(actor, visit);
    }

    /** Noted and handed in. */
    public void done(PersonId observer, UUID visit, int lost, String remark) {
        VisitSheet sheet = noted(observer, visit, lost, remark);
        observing.submit(fixtures.actor(observer), visit, sheet.version(), points(sheet, lost), remark);
    }

    /** What is optional has no object; everything else loses so many points, and never more than there are. */
    public static Map<String, String> points(VisitSheet sheet, int lost) {
        Map<String, String> noted = new HashMap<>();
        for (GridItem item : sheet.items()) {
            if (item.isScored()) {
                noted.put(
                        item.code(),
                        item.optional() ? Rating.NOT_APPLICABLE : Integer.toString(Math.max(0, item.most() - lost)));
            }
        }
        return noted;
    }

    /** Every visit of the observers' done and the wave opened. */
    public UUID opened(Town town, int perPlace, int lost, PersonId... by) {
        UUID wave = underway(town, perPlace);
        for (PersonId observer : by) {
            new ArrayList<>(visits(observer)).forEach(visit -> done(observer, visit, lost, "Accueil clair"));
        }
        desk.open(fixtures.actor(town.manager()), wave);
        return wave;
    }
}
