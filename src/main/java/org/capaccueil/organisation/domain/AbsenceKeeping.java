package org.capaccueil.organisation.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionBar;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AbsenceKeeping implements Absences {

    private final Substitutions substitutions;
    private final People people;
    private final Organisation organisation;
    private final StandIns standIns;
    private final ObjectProvider<SubstitutionBar> bars;
    private final Trail trail;
    private final Clock clock;

    AbsenceKeeping(
            Substitutions substitutions,
            People people,
            Organisation organisation,
            StandIns standIns,
            ObjectProvider<SubstitutionBar> bars,
            Trail trail,
            Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.organisation = organisation;
        this.standIns = standIns;
        this.bars = bars;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public UUID name(Actor actor, PersonId absent, SubstitutionPlan plan) {
        Acting acting = deciding(actor, absent);
        unlendable(absent).ifPresent(sentence -> {
            throw new BusinessRefusal(sentence);
        });
        requireAllowed(actor, absent, plan, null);
        Substitution substitution =
                substitutions.saveAndFlush(new Substitution(absent, plan, actor.id(), clock.instant()));
        SubstitutionView view = view(substitution);
        record(acting, view, "Remplaçant désigné", null, words(view));
        return view.id();
    }

    @Override
    public void change(Actor actor, UUID id, long version, SubstitutionPlan plan) {
        Substitution substitution = own(actor, id);
        SubstitutionView before = view(substitution);
        if (before.version() != version) {
            refuseOvertaken(before, plan);
        }
        requireAllowed(actor, before.absent(), plan, before);
        substitution.change(plan, standIns.today());
        substitutions.flush();
        SubstitutionView after = view(substitution);
        record(deciding(actor, before.absent()), after, "Remplacement modifié", words(before), words(after));
    }

    @Override
    public void end(Actor actor, UUID id) {
        Substitution substitution = own(actor, id);
        SubstitutionView before = view(substitution);
        substitution.end(standIns.today(), clock.instant());
        substitutions.flush();
        record(
                deciding(actor, before.absent()),
                before,
                before.state(standIns.today()) == SubstitutionView.State.COMING
                        ? "Remplacement annulé avant son début"
                        : "Fin anticipée du remplacement",
                words(before),
                null);
    }

    /** Themselves, or a quality manager of the same commune: to anybody else the person does not exist. */
    private Acting deciding(Actor actor, PersonId absent) {
        if (absent.equals(actor.id())) {
            return actor.inPerson();
        }
        if (!organisation.person(absent).commune().equals(actor.commune())) {
            throw new NotFound();
        }
        return actor.as(Role.QUALITY_MANAGER);
    }

    private void requireAllowed(
            Actor actor, PersonId absent, SubstitutionPlan plan, @Nullable SubstitutionView changed) {
        PersonId chosen = plan.substitute();
        if (chosen == null) {
            throw new BusinessRefusal("substitute", "Choisissez la personne qui remplace.");
        }
        // in one order for all: of two who name each other at once, the second sees what the first did
        Stream.of(absent.value(), chosen.value()).distinct().sorted().forEach(people::lock);
        boolean forSomebodyElse = !absent.equals(actor.id());
        if (forSomebodyElse && chosen.equals(actor.id())) {
            throw new BusinessRefusal(
                    "substitute",
                    "Vous ne pouvez pas vous désigner vous-même à la place d'une personne absente : "
                            + "choisissez quelqu'un d'autre, ou demandez à un autre référent qualité.");
        }
        if (forSomebodyElse && plan.reason() == null) {
            throw new BusinessRefusal(
                    "reason", "Dites pourquoi vous désignez un remplaçant à la place de la personne : elle le lira.");
        }
        PersonView away = organisation.person(absent);
        PersonView substitute = people.findById(chosen.value())
                .map(Person::view)
                .filter(person -> person.commune().equals(away.commune()))
                .orElseThrow(() ->
                        new BusinessRefusal("substitute", "Choisissez une personne de la même commune dans la liste."));
        List<SubstitutionView> absences =
                views(substitutions.findByAbsentIdInOrderByFirstDayDesc(List.of(absent.value(), chosen.value())));
        new SubstitutionRules(away, substitute, absences, standIns.today()).require(plan, changed);
        bars.stream()
                .flatMap(room -> room.against(chosen, away).stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw new BusinessRefusal(
                            "substitute", substitute.name() + " " + reason + ". Choisissez une autre personne.");
                });
    }

    private Substitution own(Actor actor, UUID id) {
        Substitution substitution = substitutions.findById(id).orElseThrow(NotFound::new);
        PersonId absent = substitution.absent();
        if (!absent.equals(actor.id())
                && !(actor.is(Role.QUALITY_MANAGER)
                        && organisation.person(absent).commune().equals(actor.commune()))) {
            throw new NotFound();
        }
        return substitution;
    }

    @Override
    @Transactional(readOnly = true)
    public SubstitutionView toChange(Actor actor, UUID id) {
        return view(own(actor, id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubstitutionView> of(Actor actor, PersonId absent) {
        deciding(actor, absent);
        return views(substitutions.findByAbsentIdInOrderByFirstDayDesc(List.of(absent.value())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubstitutionView> heldBy(PersonId substitute) {
        return heldBy(List.of(substitute));
    }

    @Override
    public List<SubstitutionView> heldBy(Collection<PersonId> substitutes) {
        List<UUID> keys = substitutes.stream().map(PersonId::value).toList();
        return views(substitutions.findBySubstituteIdInOrderByFirstDay(keys)).stream()
                .filter(view -> view.state(standIns.today()) != SubstitutionView.State.OVER)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> unlendable(PersonId id) {
        return SubstitutionRules.unlendable(
                organisation.person(id), !organisation.actor(id).own().teams().isEmpty());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> substitutesToday(Collection<PersonId> absent) {
        Map<PersonId, PersonId> substitutes = standIns.substitutesOf(absent);
        Map<PersonId, PersonView> known = organisation.people(substitutes.values());
        Map<PersonId, PersonView> found = new HashMap<>();
        substitutes.forEach((person, substitute) -> found.put(person, known.get(substitute)));
        return found;
    }

    private SubstitutionView view(Substitution substitution) {
        return views(List.of(substitution)).get(0);
    }

    private List<SubstitutionView> views(List<Substitution> found) {
        Map<PersonId, PersonView> known = organisation.people(found.stream()
                .flatMap(one -> Stream.of(one.absent(), one.substitute()))
                .distinct()
                .toList());
        return found.stream()
                .map(one -> one.view(
                        known.get(one.absent()).name(),
                        known.get(one.substitute()).name()))
                .toList();
    }

    private void refuseOvertaken(SubstitutionView saved, SubstitutionPlan yours) {
        List<Difference> differences = new ArrayList<>();
        PersonId substitute = Objects.requireNonNullElse(yours.substitute(), saved.substitute());
        differ(
                differences,
                "Remplaçant",
                saved.substituteName(),
                organisation.person(substitute).name());
        differ(differences, "Premier jour", saved.firstDay(), yours.firstDay());
        differ(differences, "Dernier jour", saved.lastDay(), yours.lastDay());
        differ(differences, "Motif", saved.reason(), yours.reason());
        if (!differences.isEmpty()) {
            throw new ChangedMeanwhile(
                    "Ce remplacement a été modifié pendant que vous l'aviez ouvert. Choisissez la version à garder.",
                    differences);
        }
    }

    private static void differ(
            List<Difference> differences, String label, @Nullable Object saved, @Nullable Object yours) {
        if (!Objects.equals(saved, yours)) {
            differences.add(new Difference(label, inWords(saved), inWords(yours)));
        }
    }

    private static String inWords(@Nullable Object value) {
        if (value instanceof java.time.LocalDate day) {
            return PublicTime.inWords(day);
        }
        return value == null ? "–" : value.toString();
    }

    private static String words(SubstitutionView view) {
        return view.substituteName() + ", " + view.days();
    }

    private void record(
            Acting acting, SubstitutionView view, String what, @Nullable String before, @Nullable String after) {
        trail.record(
                acting,
                Event.general("Absence · " + view.absentName(), what)
                        .change(before, after)
                        .because(view.reason()));
    }
}
