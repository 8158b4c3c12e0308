package org.capaccueil.organisation.domain;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.organisation.AdmissionRefused;
import org.capaccueil.organisation.AdmissionRefused.Reason;
import org.capaccueil.organisation.Admissions;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AdmissionDesk implements Admissions {

    /** What an advisory lock is asked for with; the number has no meaning beyond being nobody else's. */
    private static final long FIRST_ADMISSIONS = 20271300L;

    private static final String UNKNOWN_CAPACITY = "Fonction à préciser";

    private final People people;
    private final Communes communes;
    private final Trail trail;
    private final JdbcClient jdbc;

    AdmissionDesk(People people, Communes communes, Trail trail, JdbcClient jdbc) {
        this.people = people;
        this.communes = communes;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    @Override
    public PersonId admit(Account account) {
        if (account.roles().isEmpty()) {
            throw new AdmissionRefused(Reason.NO_ROLE);
        }
        Person person = people.findBySubject(account.subject()).orElseGet(() -> admitForTheFirstTime(account));
        takeRoles(person, account.roles());
        return person.view().id();
    }

    private Person admitForTheFirstTime(Account account) {
        oneFirstAdmissionAtATime();
        return people.findBySubject(account.subject())
                .or(() -> recordedBeforehand(account))
                .orElseGet(() -> newcomer(account));
    }

    /** Two first clicks of one person on two nodes must not make two people of them. */
    private void oneFirstAdmissionAtATime() {
        jdbc.sql("select true from (select pg_advisory_xact_lock(?)) as locked")
                .param(FIRST_ADMISSIONS)
                .query(Boolean.class)
                .single();
    }

    /** An address nobody verified is only what somebody typed: it makes nobody the owner of what is recorded under it. */
    private Optional<Person> recordedBeforehand(Account account) {
        if (account.email() == null || !account.emailVerified()) {
            return Optional.empty();
        }
        Optional<Person> owner = people.findByEmailIgnoreCase(account.email());
        owner.ifPresent(person -> {
            if (person.hasAccount()) {
                throw new AdmissionRefused(Reason.EMAIL_TAKEN);
            }
            person.bind(account.subject());
            trail.recordBySystem(Event.general(person.view().name(), "Compte rattaché à la première connexion")
                    .change(null, account.email()));
        });
        return owner;
    }

    private Person newcomer(Account account) {
        Commune home = Optional.ofNullable(account.inseeCode())
                .flatMap(communes::findByCode)
                .orElseThrow(() -> new AdmissionRefused(Reason.NO_COMMUNE));
        String capacity = account.capacity() == null || account.capacity().isBlank()
                ? UNKNOWN_CAPACITY
                : account.capacity().strip();
        Person person = new Person(
                PersonId.random(),
                home,
                account.name(),
                account.emailVerified() ? account.email() : null,
                capacity,
                Set.of());
        person.bind(account.subject());
        trail.recordBySystem(Event.general(account.name(), "Personne enregistrée à la première connexion")
                .change(null, home.view().name() + " ; " + capacity));
        return people.save(person);
    }

    private void takeRoles(Person person, Set<Role> roles) {
        Set<Role> before = person.view().roles();
        if (before.equals(roles)) {
            return;
        }
        person.takeRoles(roles);
        trail.recordBySystem(Event.general(person.view().name(), "Rôles repris du fournisseur d'identité")
                .change(titles(before), titles(roles)));
    }

    private static String titles(Set<Role> roles) {
        return roles.isEmpty()
                ? "aucun"
                : roles.stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }
}
