package org.capaccueil.organisation.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.shared.CommuneId;

/** A commune that evaluates its welcome. */
@Entity
class Commune {

    @Id
    private UUID id;

    @Version
    private long version;

    private String name;
    private String inseeCode;
    private int population;

    protected Commune() {}

    Commune(CommuneId id, String name, String inseeCode, int population) {
        this.id = id.value();
        this.name = name;
        this.inseeCode = inseeCode;
        this.population = population;
    }

    CommuneView view() {
        return new CommuneView(new CommuneId(id), name, inseeCode, population);
    }
}
