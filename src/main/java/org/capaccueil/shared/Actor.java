package org.capaccueil.shared;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person who acts, as known at this request: who, for which commune, with which rights. Use cases take it as an
 * argument and decide with it; nothing reads a current user from a thread.
 *
 * <p>Whoever stands in for somebody absent has that person's rights besides their own. What is asked here counts both;
 * {@link #as}, {@link #asMemberOf} and {@link #asLeadOf} tell in whose right something is done, the own one first.
 *
 * @param own what the person may act as without anybody's absence
 * @param standingInFor those who are absent today and have named this person their substitute
 */
public record Actor(PersonId id, String name, CommuneId commune, Rights own, List<AbsentPerson> standingInFor) {

    public Actor {
        standingInFor = List.copyOf(standingInFor);
    }

    /** Somebody who stands in for nobody. */
    public Actor(PersonId id, String name, CommuneId commune, Set<Role> roles, Set<TeamId> teams, Set<TeamId> leads) {
        this(id, name, commune, new Rights(roles, teams, leads), List.of());
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(all(Rights::roles));
        return roles;
    }

    /** The teams the person belongs to or stands in for a member of, leading them or not. */
    public Set<TeamId> teams() {
        return all(Rights::teams);
    }

    public Set<TeamId> leads() {
        return all(Rights::leads);
    }

    private <T> Set<T> all(Function<Rights, Set<T>> part) {
        Set<T> all = new HashSet<>(part.apply(own));
        standingInFor.forEach(absent -> all.addAll(part.apply(absent.rights())));
        return all;
    }

    public boolean is(Role role) {
        return has(rights -> rights.roles().contains(role));
    }

    /** Somebody who reads what communes have in common and takes no part in any evaluation. */
    public boolean onlyObserves() {
        return roles().equals(Set.of(Role.OBSERVER));
    }

    public boolean belongsTo(TeamId team) {
        return has(rights -> rights.teams().contains(team));
    }

    public boolean leads(TeamId team) {
        return has(rights -> rights.leads().contains(team));
    }

    private boolean has(Predicate<Rights> right) {
        return Stream.concat(Stream.of(own), standingInFor.stream().map(AbsentPerson::rights))
                .anyMatch(right);
    }

    /** A role counts in the commune it was given in: who holds it elsewhere is a visitor here. */
    public boolean is(Role role, CommuneId where) {
        return is(role) && commune.equals(where);
    }

    public void require(Role role, CommuneId where) {
        require(role);
        if (!commune.equals(where)) {
            throw new NotAllowed("Cette action revient au rôle « " + role.title() + " » de la commune concernée. "
                    + "Le vôtre vaut dans votre commune.");
        }
    }

    public void require(Role role) {
        if (!is(role)) {
            throw new NotAllowed("Cette action revient au rôle « " + role.title() + " ». "
                    + "Demandez au référent qualité de votre commune si vous pensez devoir l'avoir.");
        }
    }

    /** In whose right this person does what a role allows; refuses when they have it in nobody's. */
    public Acting as(Role role) {
        require(role);
        return by(rights -> rights.roles().contains(role));
    }

    public Acting asMemberOf(TeamId team) {
        return by(rights -> rights.teams().contains(team));
    }

    public Acting asLeadOf(TeamId team) {
        return by(rights -> rights.leads().contains(team));
    }

    /** What is tied to the person by name: nobody lends it and nobody borrows it. */
    public Acting inPerson() {
        return new Acting(id, name, null);
    }

    private Acting by(Predicate<Rights> right) {
        return right.test(own)
                ? inPerson()
                : standingInFor.stream()
                        .filter(absent -> right.test(absent.rights()))
                        .findFirst()
                        .map(this::inPlaceOf)
                        .orElseGet(this::inPerson);
    }

    /** For what is given to the absent person by name and goes on without them: their own action, a task they took. */
    public Acting inPlaceOf(AbsentPerson absent) {
        return new Acting(id, name, absent);
    }

    /** The absent person of this id, if this one stands in for them today. */
    public Optional<AbsentPerson> standsInFor(@Nullable PersonId person) {
        return standingInFor.stream()
                .filter(absent -> absent.id().equals(person))
                .findFirst();
    }

    /** Everybody this person stands in for, for a sentence; empty when nobody is absent. */
    public Optional<String> absentNames() {
        return standingInFor.isEmpty()
                ? Optional.empty()
                : Optional.of(standingInFor.stream().map(AbsentPerson::name).collect(Collectors.joining(", ")));
    }
}
