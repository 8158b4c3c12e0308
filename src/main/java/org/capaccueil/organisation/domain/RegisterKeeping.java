package org.capaccueil.organisation.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegisterKeeping implements Register {

    private final Communes communes;
    private final ReceptionTeams teams;
    private final People people;
    private final Trail trail;

    RegisterKeeping(Communes communes, ReceptionTeams teams, People people, Trail trail) {
        this.communes = communes;
        this.teams = teams;
        this.people = people;
        this.trail = trail;
    }

    @Override
    public CommuneId foundCommune(String name, String inseeCode, int population) {
        CommuneId id = CommuneId.random();
        communes.save(new Commune(id, name, inseeCode, population));
        trail.recordBySystem(Event.general(name, "Commune enregistrée"));
        return id;
    }

    @Override
    public PersonId recordPerson(
            CommuneId commune, String name, @Nullable String email, String capacity, Set<Role> roles) {
        refuseKnownEmail(email, null);
        PersonId id = PersonId.random();
        Commune home = communes.findById(commune.value()).orElseThrow(NotFound::new);
        people.save(new Person(id, home, name, email, capacity, roles));
        return id;
    }

    @Override
    public PersonId addPerson(Actor actor, String name, @Nullable String email, String capacity, Set<Role> roles) {
        actor.require(Role.QUALITY_MANAGER);
        PersonId id = recordPerson(actor.commune(), name, email, capacity, roles);
        trail.record(actor, Event.general(name, "Personne ajoutée").change(null, describe(capacity, roles)));
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
        Person person = people.findById(id.value())
                .filter(found -> found.view().commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
        PersonView before = person.view();
        if (before.version() != version) {
            throw new ChangedMeanwhile(
                    "Cette fiche a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    List.of(
                            new Difference("Nom", before.name(), name),
                            new Difference("Adresse électronique", orDash(before.email()), orDash(email)),
                            new Difference("Fonction", before.capacity(), capacity)));
        }
        refuseKnownEmail(email, id);
        person.describe(name, email, capacity, roles);
        trail.record(
                actor,
                Event.general(name, "Personne modifiée")
                        .change(describe(before.capacity(), before.roles()), describe(capacity, roles)));
    }

    private void refuseKnownEmail(@Nullable String email, @Nullable PersonId except) {
        if (email == null || email.isBlank()) {
            return;
        }
        people.findByEmailIgnoreCase(email.strip())
                .filter(other -> !other.view().id().equals(except))
                .ifPresent(other -> {
                    throw new BusinessRefusal(
                            "email",
                            "L'adresse « " + email.strip() + " » est déjà celle de "
                                    + other.view().name() + ". Donnez une autre adresse, ou laissez le champ vide.");
                });
    }

    private static String describe(String capacity, Set<Role> roles) {
        return capacity + " ; rôles : "
                + (roles.isEmpty()
                        ? "aucun"
                        : String.join(
                                ", ", roles.stream().sorted().map(Role::title).toList()));
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
        trail.record(actor, Event.general(name, "Équipe ouverte"));
        return id;
    }

    @Override
    public void renameTeam(Actor actor, TeamId id, long version, String code, String name, int yearlyContacts) {
        ReceptionTeam team = own(actor, id);
        TeamView before = team.view();
        if (before.version() != version) {
            throw new ChangedMeanwhile(
                    "Cette équipe a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    List.of(
                            new Difference("Code", before.code(), code),
                            new Difference("Nom", before.name(), name),
                            new Difference(
                                    "Contacts par an",
                                    Integer.toString(before.yearlyContacts()),
                                    Integer.toString(yearlyContacts))));
        }
        refuseKnownCode(actor.commune(), code, id);
        team.rename(code, name, yearlyContacts);
        trail.record(
                actor,
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
    public void deactivateTeam(Actor actor, TeamId id) {
        ReceptionTeam team = own(actor, id);
        team.deactivate();
        trail.record(actor, Event.general(team.view().name(), "Équipe fermée"));
    }

    @Override
    public void reactivateTeam(Actor actor, TeamId id) {
        ReceptionTeam team = own(actor, id);
        team.reactivate();
        trail.record(actor, Event.general(team.view().name(), "Équipe rouverte"));
    }

    @Override
    public UUID openPoint(Actor actor, TeamId id, String name, String address, Set<Channel> channels) {
        ReceptionTeam team = own(actor, id);
        UUID point = team.openPoint(name, address, channels);
        trail.record(actor, Event.general(team.view().name() + " · " + name, "Point d'accueil ouvert"));
        return point;
    }

    @Override
    public void changePoint(Actor actor, TeamId id, UUID point, String name, String address, Set<Channel> channels) {
        ReceptionTeam team = own(actor, id);
        team.describePoint(point, name, address, channels);
        trail.record(actor, Event.general(team.view().name() + " · " + name, "Point d'accueil modifié"));
    }

    @Override
    public void closePoint(Actor actor, TeamId id, UUID point) {
        ReceptionTeam team = own(actor, id);
        team.closePoint(point);
        trail.record(actor, Event.general(team.view().name(), "Point d'accueil fermé"));
    }

    @Override
    public void enrol(Actor actor, TeamId id, PersonId person, boolean lead) {
        ReceptionTeam team = own(actor, id);
        PersonView member = people.findById(person.value())
                .map(Person::view)
                .filter(found -> found.commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
        team.enrol(person, lead);
        trail.record(
                actor,
                Event.general(team.view().name() + " · " + member.name(), "Membre enregistré")
                        .change(null, lead ? "responsable" : "agent"));
    }

    @Override
    public void release(Actor actor, TeamId id, PersonId person) {
        ReceptionTeam team = own(actor, id);
        String name = people.findById(person.value())
                .map(found -> found.view().name())
                .orElse(person.toString());
        team.release(person);
        trail.record(actor, Event.general(team.view().name() + " · " + name, "Membre retiré"));
    }

    private ReceptionTeam own(Actor actor, TeamId id) {
        actor.require(Role.QUALITY_MANAGER);
        return teams.findById(id.value())
                .filter(team -> team.view().commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
