package org.capaccueil.organisation.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.organisation.LeadSteppedDown;
import org.capaccueil.organisation.MemberLeft;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.PointChanged;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegisterKeeping implements Register {

    private final Communes communes;
    private final ReceptionTeams teams;
    private final People people;
    private final PersonGuards guards;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final EntityManager entities;
    private final Clock clock;

    RegisterKeeping(
            Communes communes,
            ReceptionTeams teams,
            People people,
            PersonGuards guards,
            Trail trail,
            ApplicationEventPublisher news,
            EntityManager entities,
            Clock clock) {
        this.communes = communes;
        this.teams = teams;
        this.people = people;
        this.guards = guards;
        this.trail = trail;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return communes.count() == 0;
    }

    @Override
    public boolean givesRoles() {
        return guards.givesRoles();
    }

    @Override
    public CommuneId foundCommune(String name, String inseeCode, int population) {
        CommuneId id = CommuneId.random();
        communes.save(new Commune(id, OrganisationKind.COMMUNE, name, inseeCode, population));
        trail.recordBySystem(Event.general(name, "Commune enregistrée"));
        return id;
    }

    @Override
    public CommuneId foundMetropole(String name, String siren, int population, Set<CommuneId> members) {
        CommuneId id = CommuneId.random();
        Commune metropole = communes.save(new Commune(id, OrganisationKind.METROPOLE, name, siren, population));
        for (CommuneId member : members) {
            communes.findById(member.value()).orElseThrow(NotFound::new).moveUnder(List.of(metropole));
        }
        trail.recordBySystem(Event.general(name, "Métropole enregistrée"));
        return id;
    }

    @Override
    public PersonId recordPerson(
            CommuneId commune, String name, @Nullable String email, String capacity, Set<Role> roles) {
        guards.refuseKnownEmail(email, null);
        PersonId id = PersonId.random();
        Commune home = communes.findById(commune.value()).orElseThrow(NotFound::new);
        people.save(new Person(id, home, name, email, capacity, roles));
        guards.refuseEmailKnownElsewhere(email);
        return id;
    }

    @Override
    public PersonId addPerson(Actor actor, String name, @Nullable String email, String capacity, Set<Role> roles) {
        actor.require(Role.QUALITY_MANAGER);
        guards.requireGrantable(Set.of(), roles);
        PersonId id = recordPerson(actor.commune(), name, email, capacity, roles);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(name, "Personne ajoutée").change(null, describe(capacity, roles)));
        return id;
    }

    @Override
    public void changePerson(
            Actor actor,
            PersonId id,
            long version,
            String name,
            @Nullable String email,
            String capacity,
            Set<Role> roles) {
        actor.require(Role.QUALITY_MANAGER);
        Person person = ownPerson(actor, id);
        PersonView before = person.view();
        if (before.version() != version) {
            refuseOvertaken(
                    "Cette fiche a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    new Difference("Nom", before.name(), name),
                    new Difference("Adresse électronique", orDash(before.email()), orDash(email)),
                    new Difference("Fonction", before.capacity(), capacity),
                    new Difference("Rôles", titles(before.roles()), titles(roles)));
        }
        guards.requireGrantable(before.roles(), roles);
        guards.requireQualityManagerLeft(before, roles);
        guards.refuseKnownEmail(email, id);
        person.describe(name, email, capacity, roles);
        guards.refuseEmailKnownElsewhere(email);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(name, "Personne modifiée")
                        .change(describe(before.capacity(), before.roles()), describe(capacity, roles)));
    }

    @Override
    public void nameManager(Actor actor, PersonId id, long version, @Nullable PersonId manager) {
        actor.require(Role.QUALITY_MANAGER);
        // two who close a circle from both ends wait for each other here
        communes.lock(actor.commune().value());
        Person person = ownPerson(actor, id);
        PersonView before = person.view();
        String name = manager == null ? null : ownPerson(actor, manager).view().name();
        if (before.version() != version) {
            refuseOvertaken(
                    "Cette fiche a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    new Difference("Supérieur hiérarchique", orDash(nameOf(before.manager())), orDash(name)));
        }
        if (manager != null) {
            guards.requireNoCircle(before, manager);
        }
        person.answerTo(manager);
        trail.record(
                actor, Event.general(before.name(), "Supérieur hiérarchique").change(nameOf(before.manager()), name));
    }

    private @Nullable String nameOf(@Nullable PersonId id) {
        return id == null
                ? null
                : people.findById(id.value()).map(found -> found.view().name()).orElse(null);
    }

    private Person ownPerson(Actor actor, PersonId id) {
        return people.findById(id.value())
                .filter(found -> found.view().commune().equals(actor.commune()) && !found.hasLeft())
                .orElseThrow(NotFound::new);
    }

    private static String describe(String capacity, Set<Role> roles) {
        return capacity + " ; rôles : " + titles(roles);
    }

    private static String titles(Set<Role> roles) {
        return roles.isEmpty()
                ? "aucun"
                : String.join(", ", roles.stream().sorted().map(Role::title).toList());
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    @Override
    public TeamId openTeam(Actor actor, String code, String name, int yearlyContacts) {
        actor.require(Role.QUALITY_MANAGER);
        refuseKnownCode(actor.commune(), code, null);
        TeamId id = TeamId.random();
        teams.save(new ReceptionTeam(id, actor.commune(), code, name, yearlyContacts));
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general(name, "Équipe ouverte"));
        return id;
    }

    @Override
    public void renameTeam(Actor actor, TeamId id, long version, String code, String name, int yearlyContacts) {
        ReceptionTeam team = own(actor, id);
        TeamView before = team.view();
        if (before.version() != version) {
            refuseOvertaken(
                    "Cette équipe a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    new Difference("Code", before.code(), code),
                    new Difference("Nom", before.name(), name),
                    new Difference(
                            "Contacts par an",
                            Integer.toString(before.yearlyContacts()),
                            Integer.toString(yearlyContacts)));
        }
        refuseKnownCode(actor.commune(), code, id);
        team.rename(code, name, yearlyContacts);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(name, "Équipe modifiée")
                        .change(
                                before.code() + " · " + before.name() + " · " + before.yearlyContacts()
                                        + " contacts par an",
                                code + " · " + name + " · " + yearlyContacts + " contacts par an"));
    }

    private void refuseKnownCode(CommuneId commune, String code, @Nullable TeamId except) {
        teams.findByCommuneIdOrderByName(commune.value()).stream()
                .map(ReceptionTeam::view)
                .filter(team -> team.code().equalsIgnoreCase(code) && !team.id().equals(except))
                .findFirst()
                .ifPresent(team -> {
                    throw new BusinessRefusal(
                            "code",
                            "Le code « " + code + " » est déjà celui de l'équipe « " + team.name()
                                    + " ». Choisissez-en un autre.");
                });
    }

    @Override
    public UUID openPoint(Actor actor, TeamId id, String name, String address, Set<Channel> channels) {
        ReceptionTeam team = own(actor, id);
        UUID point = team.openPoint(name, address, channels, today());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(team.view().name() + " · " + name, "Point d'accueil ouvert"));
        return point;
    }

    @Override
    public void changePoint(
            Actor actor, TeamId id, UUID point, long version, String name, String address, Set<Channel> channels) {
        ReceptionTeam team = ownForPointChange(actor, id);
        PointView before = team.pointView(point);
        if (team.view().version() != version) {
            refuseOvertaken(
                    "Cette équipe a été modifiée pendant que vous aviez ce point d'accueil ouvert. "
                            + "Choisissez la version à garder.",
                    new Difference("Nom", before.name(), name),
                    new Difference("Adresse", before.address(), address),
                    new Difference("Canaux", describe(before.channels()), describe(channels)));
        }
        team.describePoint(point, name, address, channels, today());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(team.view().name() + " · " + name, "Point d'accueil modifié")
                        .change(
                                before.name() + ", " + before.address() + " : " + describe(before.channels()),
                                name + ", " + address + " : " + describe(channels)));
        if (!before.channels().equals(channels)) {
            news.publishEvent(
                    new PointChanged(actor, id, "Canaux du point d'accueil « " + before.name() + " » modifiés"));
        }
    }

    private static String describe(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::title).collect(Collectors.joining(", "));
    }

    /** Two who saved the same are in no conflict. */
    private static void refuseOvertaken(String sentence, Difference... fields) {
        List<Difference> differences = Arrays.stream(fields)
                .filter(field -> !field.saved().equals(field.yours()))
                .toList();
        if (!differences.isEmpty()) {
            throw new ChangedMeanwhile(sentence, differences);
        }
    }

    @Override
    public void closePoint(Actor actor, TeamId id, UUID point) {
        ReceptionTeam team = own(actor, id);
        PointView before = team.pointView(point);
        team.closePoint(point);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(team.view().name() + " · " + before.name(), "Point d'accueil fermé")
                        .change(before.address() + " : " + describe(before.channels()), null));
        news.publishEvent(new PointChanged(actor, id, "Point d'accueil « " + before.name() + " » fermé"));
    }

    @Override
    public void enrol(Actor actor, TeamId id, PersonId person, boolean lead) {
        ReceptionTeam team = own(actor, id);
        PersonView member = people.findById(person.value())
                .filter(found -> !found.hasLeft())
                .map(Person::view)
                .filter(found -> found.commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
        boolean led = team.view().isLead(person);
        team.enrol(person, lead, today());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(team.view().name() + " · " + member.name(), "Membre enregistré")
                        .change(null, lead ? "responsable" : "agent"));
        if (led && !lead) {
            // of two who change the team at once the second is refused before anybody is told
            teams.flush();
            news.publishEvent(new LeadSteppedDown(actor, id, person));
        }
    }

    @Override
    public void release(Actor actor, TeamId id, PersonId person) {
        release(actor, own(actor, id), person, false);
    }

    @Override
    public void transfer(Actor actor, TeamId from, PersonId person, TeamId to, boolean lead) {
        release(actor, own(actor, from), person, true);
        enrol(actor, to, person, lead);
    }

    private void release(Actor actor, ReceptionTeam team, PersonId person, boolean joinsAnother) {
        TeamView before = team.view();
        if (!before.hasMember(person)) {
            throw new NotFound();
        }
        String name = people.findById(person.value())
                .map(found -> found.view().name())
                .orElse(person.toString());
        team.release(person, today());
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general(before.name() + " · " + name, "Membre retiré"));
        // of two who change the team at once the second is refused before anybody is told
        teams.flush();
        news.publishEvent(new MemberLeft(actor, before.id(), person, before.isLead(person), today(), joinsAnother));
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }

    /** Points have no version of their own: a changed point makes a new version of its team. */
    private ReceptionTeam ownForPointChange(Actor actor, TeamId id) {
        ReceptionTeam team = own(actor, id);
        entities.lock(team, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return team;
    }

    private ReceptionTeam own(Actor actor, TeamId id) {
        actor.require(Role.QUALITY_MANAGER);
        return teams.findById(id.value())
                .filter(team -> team.view().commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
