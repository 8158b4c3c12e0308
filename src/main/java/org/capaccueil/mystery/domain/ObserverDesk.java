package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pool of observers: quality managers keep it, each observer accepts its rules. */
@Service
@Transactional
public class ObserverDesk {

    private final Observers observers;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    ObserverDesk(Observers observers, Organisation organisation, Trail trail, Clock clock) {
        this.observers = observers;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One of the pool.
     *
     * @param teams those they belong to, and so never observe
     * @param acceptedAt null as long as they have not accepted the rules in force
     */
    public record Entry(
            PersonId id, String name, LocalDate trainedOn, @Nullable Instant acceptedAt, List<String> teams) {}

    @Transactional(readOnly = true)
    public List<Entry> pool(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        List<Observer> active =
                observers.findByCommuneIdAndEndedOnIsNull(actor.commune().value());
        Map<PersonId, PersonView> people =
                organisation.people(active.stream().map(Observer::person).toList());
        List<TeamView> teams = organisation.teamsOf(actor.commune());
        return active.stream()
                .map(one -> new Entry(
                        one.person(),
                        Optional.ofNullable(people.get(one.person()))
                                .map(PersonView::name)
                                .orElse(Trail.SOMEBODY_GONE),
                        one.trainedOn(),
                        one.acceptedAt(),
                        teams.stream()
                                .filter(team -> team.active() && team.hasMember(one.person()))
                                .map(TeamView::name)
                                .toList()))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    /** People of the commune who could be taken in. */
    @Transactional(readOnly = true)
    public List<PersonView> candidates(Actor actor) {
        Set<PersonId> taken = pool(actor).stream().map(Entry::id).collect(Collectors.toSet());
        return eligible(actor.commune())
                .filter(person -> !taken.contains(person.id()))
                .toList();
    }

    /** Whoever only reads what communes have in common opens nothing of one of them, these pages included. */
    private Stream<PersonView> eligible(CommuneId commune) {
        return organisation.peopleOf(commune).stream()
                .filter(person -> !person.roles().equals(Set.of(Role.OBSERVER)));
    }

    /** Takes somebody of the commune in, or notes another training. */
    public void enrol(Actor actor, @Nullable PersonId id, @Nullable LocalDate trainedOn) {
        actor.require(Role.QUALITY_MANAGER);
        PersonView person = eligible(actor.commune())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(
                        "person",
                        "Choisissez une personne de la liste : quelqu'un de votre commune, qui a un compte, et qui n'est "
                                + "pas seulement observateur du réseau."));
        LocalDate today = PublicTime.today(clock);
        if (trainedOn == null || trainedOn.isAfter(today)) {
            throw new BusinessRefusal(
                    "trainedOn", "Donnez le jour de la formation, passé ou d'aujourd'hui : on n'observe que formé.");
        }
        Observer observer = observers
                .findById(person.id().value())
                .orElseGet(() -> new Observer(person.id(), actor.commune(), trainedOn));
        observer.trained(trainedOn);
        observers.save(observer);
        record(actor, person.name(), "Observateur formé le " + PublicTime.inWords(trainedOn));
    }

    /** Takes somebody out of the pool; visits they did stay, those to come are to be given to others. */
    public void end(Actor actor, PersonId id) {
        actor.require(Role.QUALITY_MANAGER);
        Observer observer = own(actor.commune(), id).orElseThrow(NotFound::new);
        observer.end(PublicTime.today(clock));
        record(actor, organisation.person(id).name(), "Observateur retiré de la liste");
    }

    /** The person accepts the rules themselves: nobody does it for them. */
    public void accept(Actor actor, PersonId id) {
        if (!actor.id().equals(id)) {
            throw new NotFound();
        }
        Observer observer = own(actor.commune(), id).orElseThrow(NotFound::new);
        observer.accept(clock.instant());
        trail.record(
                actor.inPerson(),
                Event.general(
                        "Observateurs mystère · " + actor.name(), "Règles acceptées, version " + Charter.VERSION));
    }

    private Optional<Observer> own(CommuneId commune, PersonId id) {
        return observers.findById(id.value()).filter(one -> one.isOf(commune) && one.isActive());
    }

    /** Whether this person is in the pool today. */
    @Transactional(readOnly = true)
    public boolean isObserver(Actor actor) {
        return own(actor.commune(), actor.id()).isPresent();
    }

    /** Whether they are, and have not accepted the rules in force. */
    @Transactional(readOnly = true)
    public boolean isAskedToAccept(Actor actor) {
        return own(actor.commune(), actor.id())
                .filter(one -> !one.hasAccepted())
                .isPresent();
    }

    /** The observers of a commune as a plan needs them: who may not go to which team. */
    List<Planner.Candidate> candidatesFor(CommuneId commune) {
        List<TeamView> teams = organisation.teamsOf(commune);
        Set<PersonId> there = eligible(commune).map(PersonView::id).collect(Collectors.toSet());
        return observers.findByCommuneIdAndEndedOnIsNull(commune.value()).stream()
                .map(Observer::person)
                .filter(there::contains)
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> new Planner.Candidate(person, teamsOf(teams, person)))
                .toList();
    }

    /** The teams somebody belongs to, with those merged into one of them. */
    private Set<TeamId> teamsOf(List<TeamView> teams, PersonId person) {
        return teams.stream()
                .filter(team -> team.hasMember(person))
                .flatMap(team -> organisation.inHandsOf(team.id()).stream())
                .collect(Collectors.toSet());
    }

    Map<UUID, String> names(List<Visit> visits) {
        return organisation
                .people(visits.stream().map(Visit::observer).distinct().toList())
                .values()
                .stream()
                .collect(Collectors.toMap(person -> person.id().value(), PersonView::name));
    }

    private void record(Actor actor, String name, String action) {
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general("Observateurs mystère · " + name, action));
    }
}
