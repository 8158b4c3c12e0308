package org.capaccueil.organisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.organisation.DepartedView;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.MemberLeft;
import org.capaccueil.organisation.OpenDuty;
import org.capaccueil.organisation.PersonAnonymised;
import org.capaccueil.organisation.PersonLeft;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Departing implements Departures {

    private final People people;
    private final ReceptionTeams teams;
    private final CorrectionRequests corrections;
    private final List<OpenDuty> duties;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Departing(
            People people,
            ReceptionTeams teams,
            CorrectionRequests corrections,
            List<OpenDuty> duties,
            Trail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.people = people;
        this.teams = teams;
        this.corrections = corrections;
        this.duties = List.copyOf(duties);
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void leave(Actor actor, PersonId id, LocalDate day) {
        Person person = own(actor, id);
        List<String> reasons = standingInTheWay(actor, id);
        if (!reasons.isEmpty()) {
            throw new BusinessRefusal("leftOn", String.join(" ", reasons));
        }
        String name = person.view().name();
        person.leave(day, PublicTime.today(clock));
        teams.findByCommuneIdOrderByName(actor.commune().value()).stream()
                .filter(team -> team.view().hasMember(id))
                .forEach(team -> {
                    boolean lead = team.view().isLead(id);
                    team.release(id, day);
                    trail.record(actor, Event.general(team.view().name() + " · " + name, "Membre retiré"));
                    news.publishEvent(new MemberLeft(actor, team.view().id(), id, lead, day, false));
                });
        trail.record(actor, Event.general(name, "Départ enregistré").change(null, PublicTime.inWords(day)));
        news.publishEvent(new PersonLeft(id));
    }

    @Override
    public void comeBack(Actor actor, PersonId id) {
        Person person = own(actor, id);
        person.comeBack();
        trail.record(actor, Event.general(person.view().name(), "Départ annulé"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> standingInTheWay(Actor actor, PersonId id) {
        PersonView person = own(actor, id).view();
        List<String> reasons = new ArrayList<>();
        boolean lastManager = person.roles().contains(Role.QUALITY_MANAGER)
                && people.findByRole(Role.QUALITY_MANAGER).stream()
                        .map(Person::view)
                        .noneMatch(other -> other.commune().equals(person.commune())
                                && !other.id().equals(id));
        if (lastManager) {
            reasons.add(
                    "C'est le dernier référent qualité de la commune : donnez d'abord ce rôle à quelqu'un d'autre.");
        }
        duties.forEach(room -> reasons.addAll(room.of(id)));
        return reasons;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DepartedView> departedFrom(CommuneId commune) {
        return people.findByCommuneIdAndLeftOnIsNotNullOrderByLeftOn(commune.value()).stream()
                .map(Person::departed)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DepartedView> stillNamed() {
        return people.findByLeftOnIsNotNullAndAnonymisedAtIsNullOrderByLeftOn().stream()
                .map(Person::departed)
                .toList();
    }

    @Override
    public boolean anonymise(PersonId id) {
        return people.takeDeparted(id.value())
                .map(person -> {
                    person.anonymise(clock.instant());
                    corrections.deleteByPersonId(id.value());
                    trail.forget(id);
                    trail.recordBySystem(Event.general(SOMEBODY_GONE, "Données personnelles effacées"));
                    news.publishEvent(new PersonAnonymised(id));
                    return true;
                })
                .orElse(false);
    }

    private Person own(Actor actor, PersonId id) {
        actor.require(Role.QUALITY_MANAGER);
        return people.findById(id.value())
                .filter(person -> person.view().commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
