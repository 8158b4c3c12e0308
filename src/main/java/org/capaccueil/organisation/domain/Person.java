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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.DepartedView;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
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
    private @Nullable LocalDate leftOn;
    private @Nullable Instant anonymisedAt;

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

    void answerTo(@Nullable PersonId manager) {
        managerId = manager == null ? null : manager.value();
    }

    /** Takes every role away; what the person is called stays until {@link #anonymise}. */
    void leave(LocalDate day, LocalDate today) {
        if (leftOn != null) {
            throw new BusinessRefusal("Le départ de " + name + " est déjà enregistré, au " + PublicTime.inWords(leftOn)
                    + ". Annulez-le d'abord pour en changer la date.");
        }
        if (day.isAfter(today)) {
            throw new BusinessRefusal(
                    "leftOn",
                    "Ce jour est à venir, et un départ vaut tout de suite. Revenez l'enregistrer le "
                            + PublicTime.inWords(day) + ".");
        }
        leftOn = day;
        roles.clear();
    }

    /** The departure was a mistake; roles and teams are given again by hand. */
    void comeBack() {
        requireDeparted();
        leftOn = null;
    }

    /**
     * Nothing here names the person any more, and nobody signs in as them.
     */
    void anonymise(Instant now) {
        requireDeparted();
        name = Departures.SOMEBODY_GONE;
        capacity = Departures.CAPACITY_GONE;
        email = null;
        managerId = null;
        subject = null;
        anonymisedAt = now;
    }

    private void requireDeparted() {
        if (leftOn == null || anonymisedAt != null) {
            throw new BusinessRefusal(
                    leftOn == null
                            ? "Aucun départ n'est enregistré pour " + name + ". Rechargez la page."
                            : "Les données de cette personne sont déjà effacées : son départ ne s'annule plus. "
                                    + "Enregistrez-la comme une nouvelle personne.");
        }
    }

    void correct(CorrectionItem item, String value) {
        switch (item) {
            case NAME -> name = value;
            case EMAIL -> email = value.isBlank() ? null : value;
            case CAPACITY -> capacity = value;
        }
    }

    boolean hasLeft() {
        return leftOn != null;
    }

    DepartedView departed() {
        return new DepartedView(
                new PersonId(id), commune.view().id(), name, Objects.requireNonNull(leftOn), anonymisedAt);
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
