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
    private @Nullable UUID managerId;

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
        this.roles.clear();
        this.roles.addAll(roles);
    }

    void answerTo(@Nullable PersonId manager) {
        managerId = manager == null ? null : manager.value();
    }

    PersonView view() {
        CommuneId communeId = commune.view().id();
        return new PersonView(
                new PersonId(id),
                communeId,
                commune.view().name(),
                name,
                email,
                capacity,
                Set.copyOf(roles),
                managerId == null ? null : new PersonId(managerId),
                version);
    }
}
