package org.capaccueil.organisation.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part in evaluations. No score is ever attached to a person. */
@Entity
class Person {

    @Id
    private UUID id;

    @Version
    private long version;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "commune_id")
    private Commune commune;

    private String name;
    private @Nullable String email;
    private String capacity;

    /** The account at the identity provider that signs in as this person. */
    private @Nullable String subject;

    @ElementCollection
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    protected Person() {}

    Person(PersonId id, Commune commune, String name, @Nullable String email, String capacity, Set<Role> roles) {
        this.id = id.value();
        this.commune = commune;
        describe(name, email, capacity, roles);
    }

    void describe(String name, @Nullable String email, String capacity, Set<Role> roles) {
        this.name = name;
        this.email = email == null || email.isBlank() ? null : email.strip();
        this.capacity = capacity;
        takeRoles(roles);
    }

    boolean hasAccount() {
        return subject != null;
    }

    /** One account for good: another one, even with the same address, is somebody else. */
    void bind(String subject) {
        if (hasAccount()) {
            throw new IllegalStateException("the person " + id + " has an account already");
        }
        this.subject = subject;
    }

    void takeRoles(Set<Role> roles) {
        this.roles.clear();
        this.roles.addAll(roles);
    }

    /** Whoever has an account leads a team, or belongs to one, only while the account has the role for it. */
    boolean mayLead() {
        return !hasAccount() || roles.contains(Role.TEAM_LEAD);
    }

    boolean mayBelongToATeam() {
        return mayLead() || roles.contains(Role.AGENT);
    }

    PersonView view() {
        CommuneId communeId = commune.view().id();
        return new PersonView(
                new PersonId(id), communeId, commune.view().name(), name, email, capacity, Set.copyOf(roles), version);
    }
}
