package org.capaccueil.network.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leadership or a quality manager agrees, for the commune, to the comparison of its published results, or ends that. */
@Service
@Transactional
public class Consenting {

    private static final String SUBJECT = "Comparaison dans le réseau";

    private final ComparisonConsents consents;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    Consenting(ComparisonConsents consents, Organisation organisation, Trail trail, Clock clock) {
        this.consents = consents;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /** The commune's consents, the latest first; one in force stands at the top. */
    @Transactional(readOnly = true)
    public List<ConsentView> history(Actor actor) {
        requireMayDecide(actor);
        return consents.findByCommuneIdOrderByGivenAtDesc(actor.commune().value()).stream()
                .map(ComparisonConsent::view)
                .toList();
    }

    /**
     * Signs a consent. One that differs only in the naming takes the place of the one in force.
     *
     * @param named whether the commune agrees to appear by name as well
     */
    public void give(Actor actor, boolean named) {
        requireMayDecide(actor);
        PersonView signer = organisation.person(actor.id());
        Optional<ComparisonConsent> inForce =
                consents.holdInForce(actor.commune().value());
        if (inForce.filter(one -> one.isNamed() == named).isPresent()) {
            throw alreadyGiven();
        }
        inForce.ifPresent(before -> {
            before.end(signer, clock.instant());
            consents.saveAndFlush(before);
        });
        try {
            consents.saveAndFlush(new ComparisonConsent(actor.commune(), named, signer, clock.instant()));
        } catch (DataIntegrityViolationException somebodyElseWasFirst) {
            throw alreadyGiven();
        }
        trail.record(
                actor,
                Event.general(SUBJECT, "Accord donné")
                        .change(
                                inForce.map(one -> words(one.isNamed())).orElse(null),
                                words(named) + ", signé " + signer.name() + ", " + signer.capacity()));
    }

    /** From this moment on the commune is in no aggregate any more. */
    public void end(Actor actor) {
        requireMayDecide(actor);
        PersonView signer = organisation.person(actor.id());
        ComparisonConsent consent = consents.holdInForce(actor.commune().value())
                .orElseThrow(() ->
                        new StepNoLongerOpen("Votre commune n'a pas d'accord en cours : il n'y a rien à retirer."));
        consent.end(signer, clock.instant());
        trail.record(
                actor,
                Event.general(SUBJECT, "Accord retiré")
                        .change(words(consent.isNamed()), "retiré par " + signer.name() + ", " + signer.capacity()));
    }

    private static StepNoLongerOpen alreadyGiven() {
        return new StepNoLongerOpen(
                "Votre commune a déjà donné cet accord. Rouvrez la page pour voir qui l'a signé et quand.");
    }

    private static String words(boolean named) {
        return named ? "comparée et nommée" : "comparée sans être nommée";
    }

    private static void requireMayDecide(Actor actor) {
        if (!actor.is(Role.QUALITY_MANAGER) && !actor.is(Role.LEADERSHIP)) {
            throw new NotAllowed(
                    "Cet accord se donne ou se retire par la direction ou un référent qualité de la commune. "
                            + "Adressez-vous à eux.");
        }
    }
}
