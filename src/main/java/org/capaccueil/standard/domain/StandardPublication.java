package org.capaccueil.standard.domain;

import java.util.List;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.domain.LibraryReading.Comparison;
import org.capaccueil.standard.domain.LibraryReading.Effects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a draft as it was read, and says first what that changes. */
@Service
@Transactional
public class StandardPublication {

    private final LibraryReading reading;
    private final StandardLibrary library;
    private final StandardVersions versions;
    private final StandardLife life;

    StandardPublication(LibraryReading reading, StandardLibrary library, StandardVersions versions, StandardLife life) {
        this.reading = reading;
        this.library = library;
        this.versions = versions;
        this.life = life;
    }

    /**
     * What publishing a draft changes.
     *
     * @param sinceNewest for campaigns, which took the newest published version until now; null when there is none
     * @param sinceBasis for who wrote it, where it was drafted from another version than that; null otherwise
     */
    public record Sheet(
            StandardVersionView version,
            @Nullable Comparison sinceNewest,
            @Nullable Comparison sinceBasis,
            Effects effects) {

        /** Whether a version was published that this draft does not start from: publishing it may undo that one. */
        public boolean overtakes() {
            return sinceNewest != null && !sinceNewest.before().id().equals(version.basedOn());
        }
    }

    @Transactional(readOnly = true)
    public Sheet sheet(Actor actor, StandardVersionId id) {
        StandardVersionView draft = reading.own(actor, id);
        Optional<StandardVersionView> newest = library.newest(actor.commune(), id);
        return new Sheet(
                draft,
                newest.map(version -> reading.compare(version, draft)).orElse(null),
                reading.basis(actor, draft)
                        .filter(basis -> !newest.equals(Optional.of(basis)))
                        .map(basis -> reading.compare(basis, draft))
                        .orElse(null),
                reading.effects(actor, draft));
    }

    /**
     * Publishes a draft as it was read.
     *
     * @param lock of the draft when its differences were read
     * @param newest the version they were read against; null when no version of the standard was published
     * @throws ChangedMeanwhile when somebody has changed the draft since, or published another version
     */
    public void publish(Actor actor, StandardVersionId id, long lock, @Nullable StandardVersionId newest) {
        String code = reading.own(actor, id).code();
        versions.holdAll(code, actor.commune().value());
        StandardVersionView now =
                versions.findById(id.value()).orElseThrow(NotFound::new).view();
        if (!now.isDraft()) {
            throw new StepNoLongerOpen("Quelqu'un d'autre a déjà publié « " + now.fullTitle()
                    + " ». Rouvrez sa page pour la voir telle qu'elle est.");
        }
        if (now.lock() != lock) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a modifié ce brouillon depuis que vous l'avez lu. Relisez ce qui change maintenant, puis publiez.",
                    List.of());
        }
        if (!library.newest(actor.commune(), id).map(StandardVersionView::id).equals(Optional.ofNullable(newest))) {
            throw new ChangedMeanwhile(
                    "La version publiée la plus récente de ce référentiel n'est plus celle que vous aviez lue. Relisez ce qui change maintenant, puis publiez.",
                    List.of());
        }
        life.publish(actor, id);
    }
}
