package org.capaccueil.organisation;

import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the register of communes, teams, points and people. Everything but {@link #foundCommune} and {@link
 * #recordPerson} is for the commune's quality managers; every change leaves a line in the trail.
 */
public interface Register {

    /** Whether nothing was ever recorded here. */
    boolean isEmpty();

    /** Whether roles are given in the register: not when the identity provider gives them. */
    boolean givesRoles();

    /** Records a commune without asking who does it: only the first start, the demonstration and tests call it. */
    CommuneId foundCommune(String name, String inseeCode, int population);

    /** Records a métropole over these communes without asking who does it: only the demonstration and tests call it. */
    CommuneId foundMetropole(String name, String siren, int population, Set<CommuneId> members);

    /** Records a person without asking who does it: only the first start, the demonstration and tests call it. */
    PersonId recordPerson(CommuneId commune, String name, @Nullable String email, String capacity, Set<Role> roles);

    PersonId addPerson(Actor actor, String name, @Nullable String email, String capacity, Set<Role> roles);

    void changePerson(
            Actor actor,
            PersonId person,
            long version,
            String name,
            @Nullable String email,
            String capacity,
            Set<Role> roles);

    /** Says whom a person answers to; null when it is nobody of the commune. */
    void nameManager(Actor actor, PersonId person, long version, @Nullable PersonId manager);

    TeamId openTeam(Actor actor, String code, String name, int yearlyContacts);

    void renameTeam(Actor actor, TeamId team, long version, String code, String name, int yearlyContacts);

    UUID openPoint(Actor actor, TeamId team, String name, String address, Set<Channel> channels);

    void changePoint(
            Actor actor, TeamId team, UUID point, long version, String name, String address, Set<Channel> channels);

    /** Told as {@link PointChanged}, as is a point whose channels change. */
    void closePoint(Actor actor, TeamId team, UUID point);

    /** Adds somebody to a team, or changes whether they lead it; told as {@link LeadSteppedDown} when they no longer do. */
    void enrol(Actor actor, TeamId team, PersonId person, boolean lead);

    /** Told as {@link MemberLeft}. */
    void release(Actor actor, TeamId team, PersonId person);

    /** Takes somebody out of a team and adds them to another one; told as {@link MemberLeft} of the first. */
    void transfer(Actor actor, TeamId from, PersonId person, TeamId to, boolean lead);
}
