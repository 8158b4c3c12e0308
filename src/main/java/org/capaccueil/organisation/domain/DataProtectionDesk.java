package org.capaccueil.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capaccueil.organisation.DataProtection;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DataProtectionDesk implements DataProtection {

    private static final Contact NOBODY = new Contact("", "", 0);

    private final DataProtectionContacts contacts;
    private final CorrectionRequests requests;
    private final Trail trail;

    DataProtectionDesk(DataProtectionContacts contacts, CorrectionRequests requests, Trail trail) {
        this.contacts = contacts;
        this.requests = requests;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Contact> contact(CommuneId commune) {
        return contacts.findById(commune.value()).map(DataProtectionContact::view);
    }

    @Override
    public void name(Actor actor, long version, String name, String reach) {
        actor.require(Role.QUALITY_MANAGER);
        Optional<DataProtectionContact> known =
                contacts.findById(actor.commune().value());
        Contact before = known.map(DataProtectionContact::view).orElse(NOBODY);
        boolean same = before.name().equals(name) && before.reach().equals(reach);
        if (known.isPresent() && before.version() != version && !same) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a désigné le délégué en même temps que vous. Rechargez la page pour garder sa "
                            + "version, ou enregistrez de nouveau la vôtre.",
                    List.of(
                            new Difference("Nom", before.name(), name),
                            new Difference("Comment le joindre", before.reach(), reach)));
        }
        DataProtectionContact contact = known.orElseGet(() -> new DataProtectionContact(actor.commune()));
        contact.describe(name, reach);
        contacts.save(contact);
        trail.record(actor, Event.general("Délégué à la protection des données", "Contact enregistré"));
    }

    @Override
    public int forgetRequestsAnsweredBefore(Instant instant) {
        return requests.deleteByAnsweredAtBefore(instant);
    }
}
