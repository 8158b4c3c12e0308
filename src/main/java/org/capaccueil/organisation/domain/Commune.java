package org.capaccueil.organisation.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/** An organisation of the tree: a commune that evaluates its welcome, or the métropole above it. */
@Entity
@Table(name = "organisation")
class Commune {

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String name;
    private String code;
    private int population;

    private @Nullable UUID parentId;

    protected Commune() {}

    Commune(CommuneId id, OrganisationKind kind, String name, String code, int population) {
        this.id = id.value();
        this.kind = kind;
        describe(name, code, population);
    }

    final void describe(String name, String code, int population) {
        this.name = name;
        this.code = code;
        this.population = population;
    }

    /**
     * Joins a métropole, or stands at the top of the tree.
     *
     * @param line the organisation to join, then those above it up to the top; empty to stand at the top
     */
    void moveUnder(List<Commune> line) {
        if (line.isEmpty()) {
            parentId = null;
            return;
        }
        Commune above = line.get(0);
        if (above.kind != OrganisationKind.METROPOLE) {
            throw new BusinessRefusal(
                    "parent",
                    "« " + above.name
                            + " » est une commune et n'a pas de membres. Choisissez une métropole, ou aucune.");
        }
        if (line.stream().anyMatch(one -> one.id.equals(id))) {
            throw new BusinessRefusal(
                    "parent",
                    "« " + above.name + " » est « " + name
                            + " » elle-même ou en fait partie : une organisation ne se trouve jamais au-dessous "
                            + "d'elle-même. Choisissez-en une autre, ou aucune.");
        }
        parentId = above.id;
    }

    /**
     * @param members organisations that belong to it
     * @param used whether people or teams are recorded for it
     */
    void requireRemovable(int members, boolean used) {
        if (members > 0) {
            throw new BusinessRefusal("« " + name + " » a encore " + members
                    + (members > 1 ? " membres. Rattachez-les" : " membre. Rattachez-le")
                    + " à une autre organisation, ou à aucune, puis recommencez.");
        }
        if (used) {
            throw new BusinessRefusal("Des personnes ou des équipes sont enregistrées pour « " + name
                    + " » : leurs évaluations doivent rester lisibles. Cette organisation ne se supprime plus.");
        }
    }

    CommuneView view() {
        return new CommuneView(
                new CommuneId(id),
                kind,
                name,
                code,
                population,
                parentId == null ? null : new CommuneId(parentId),
                version);
    }
}
