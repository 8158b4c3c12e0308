package org.capaccueil.organisation.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.domain.CorrectionView.Status;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Correction of what the register says of a person. The journal names the entry and not its text: an address that was
 * wrong would stay there for good. Signatures and lines made before keep what was true then.
 */
@Service
@Transactional
public class Corrections {

    private final CorrectionRequests requests;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Corrections(CorrectionRequests requests, People people, Trail trail, Clock clock) {
        this.requests = requests;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    public void ask(Actor actor, CorrectionItem item, String wish) {
        if (requests.existsByPersonIdAndItemAndStatus(actor.id().value(), item, Status.OPEN)) {
            throw new BusinessRefusal(
                    "item",
                    "Une demande sur « " + item.title()
                            + " » attend déjà une réponse. Attendez-la, ou parlez-en à votre " + "référent qualité.");
        }
        requests.save(
                new CorrectionRequest(UUID.randomUUID(), actor.commune(), actor.id(), item, wish, clock.instant()));
        trail.record(actor, Event.general(item.title(), "Correction demandée"));
    }

    @Transactional(readOnly = true)
    public List<CorrectionView> ofMine(Actor actor) {
        return requests.findByPersonIdOrderByAskedAtDesc(actor.id().value()).stream()
                .map(CorrectionRequest::view)
                .toList();
    }

    /** What waits for the commune's quality managers; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<CorrectionView> waitingFor(Actor actor) {
        if (!actor.is(Role.QUALITY_MANAGER)) {
            return List.of();
        }
        return requests.findByCommuneIdAndStatusOrderByAskedAt(actor.commune().value(), Status.OPEN).stream()
                .map(CorrectionRequest::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public CorrectionView request(Actor actor, UUID id) {
        return own(actor, id).view();
    }

    public void make(Actor actor, UUID id, String value) {
        CorrectionRequest request = own(actor, id);
        CorrectionView view = request.view();
        String text = value.strip();
        if (text.isEmpty() && view.item() != CorrectionItem.EMAIL) {
            throw new BusinessRefusal("value", "Donnez le texte corrigé.");
        }
        if (view.item() == CorrectionItem.EMAIL && !text.isEmpty()) {
            people.findByEmailIgnoreCase(text)
                    .filter(other -> !other.view().id().equals(view.person()))
                    .ifPresent(other -> {
                        throw new BusinessRefusal(
                                "value",
                                "L'adresse « " + text + " » est déjà celle de quelqu'un d'autre. Donnez-en une autre.");
                    });
        }
        request.make(actor.id(), clock.instant());
        people.findById(view.person().value()).orElseThrow(NotFound::new).correct(view.item(), text);
        trail.record(actor, Event.general(view.item().title(), "Correction faite"));
    }

    public void decline(Actor actor, UUID id, String reason) {
        CorrectionRequest request = own(actor, id);
        request.decline(reason, actor.id(), clock.instant());
        trail.record(actor, Event.general(request.view().item().title(), "Correction refusée"));
    }

    private CorrectionRequest own(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        return requests.findById(id)
                .filter(request -> request.isOf(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
