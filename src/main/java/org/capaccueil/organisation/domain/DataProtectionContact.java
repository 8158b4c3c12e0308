package org.capaccueil.organisation.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.capaccueil.organisation.DataProtection.Contact;
import org.capaccueil.shared.CommuneId;

/** A commune's data protection officer, who may serve several communes. */
@Entity
class DataProtectionContact {

    @Id
    private UUID communeId;

    @Version
    private long version;

    private String name;
    private String reach;

    protected DataProtectionContact() {}

    DataProtectionContact(CommuneId commune) {
        this.communeId = commune.value();
    }

    void describe(String name, String reach) {
        this.name = name;
        this.reach = reach;
    }

    Contact view() {
        return new Contact(name, reach, version);
    }
}
