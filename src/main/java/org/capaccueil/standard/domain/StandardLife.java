package org.capaccueil.standard.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.standard.exchange.StandardReading;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a version: drafted, published and unchangeable from then on, withdrawn. Quality managers decide. */
@Service
@Transactional
public class StandardLife {

    /** Stands for the lock of a draft that does not exist yet. */
    public static final long NO_DRAFT = -1;

    static final String NOT_YOURS = "Ce référentiel n'est pas celui de votre commune : il ne change pas ici. "
            + "Adaptez-le sous un code à vous pour en faire le vôtre.";

    private final StandardVersions versions;
    private final StandardLibrary library;
    private final StandardAdoptions adoptions;
    private final Trail trail;
    private final Clock clock;

    StandardLife(
            StandardVersions versions, StandardLibrary library, StandardAdoptions adoptions, Trail trail, Clock clock) {
        this.versions = versions;
        this.library = library;
        this.adoptions = adoptions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a standard as a draft: a new one, or what an existing draft of the same code and version says from now on.
     *
     * @param lock of the draft it is meant to replace, {@link #NO_DRAFT} for none
     * @throws BusinessRefusal when that version is published already, or is no longer as it was when the lock was read
     */
    public StandardVersionId keepDraft(Actor actor, Standard standard, long lock) {
        actor.require(Role.QUALITY_MANAGER);
        // read once and held: of two who confirm at once, the second has to see what the first wrote
        UUID home = actor.commune().value();
        Optional<StandardVersion> known = versions.holdAtHome(standard.code(), standard.version(), home)
                .or(() -> versions.findAtHome(standard.code(), standard.version(), home));
        if (known.isPresent() && !known.get().isDraft()) {
            throw new BusinessRefusal(alreadyPublished(standard));
        }
        if (known.map(draft -> draft.view().lock()).orElse(NO_DRAFT) != lock) {
            throw new BusinessRefusal("Depuis cet essai, quelqu'un a enregistré ou supprimé la version « "
                    + standard.version()
                    + " » de ce référentiel. Relisez ce que l'import changerait maintenant, puis confirmez.");
        }
        if (known.isEmpty()) {
            return draft(actor, standard, basisId(actor, standard), "Brouillon de référentiel créé depuis un fichier");
        }
        StandardVersion draft = known.get();
        draft.write(standard);
        trail.record(actor.as(Role.QUALITY_MANAGER), on(draft, "Brouillon de référentiel remplacé par un fichier"));
        return draft.view().id();
    }

    /**
     * What a file goes on from: the newest version of the same standard, and for a standard that is new here the version
     * it says it was adapted from. Never a draft, which may still become anything or be given up.
     */
    Optional<StandardVersion> basis(Actor actor, Standard standard) {
        UUID commune = actor.commune().value();
        return versions.findNewestAtHome(standard.code(), StandardStatus.PUBLISHED, commune)
                .or(() -> versions.findNewestAtHome(standard.code(), StandardStatus.WITHDRAWN, commune))
                .or(() -> originOf(actor, standard));
    }

    /** The version a standard says it was adapted from, if it is here and this person may read it. */
    Optional<StandardVersion> originOf(Actor actor, Standard standard) {
        Reach reach = adoptions.reach(actor);
        return Optional.ofNullable(standard.origin()).stream()
                .flatMap(origin -> library.named(origin).stream())
                .filter(version -> !version.isDraft() && reach.mayRead(version))
                .min(Comparator.comparing(version -> !reach.keeps(version)))
                .flatMap(version -> versions.findById(version.id().value()));
    }

    private @Nullable StandardVersionId basisId(Actor actor, Standard standard) {
        return basis(actor, standard)
                .map(StandardVersion::view)
                .map(StandardVersionView::id)
                .orElse(null);
    }

    static String alreadyPublished(Standard standard) {
        return "La version « " + standard.version() + " » du référentiel « " + standard.code()
                + " » est déjà publiée et ne change plus. Donnez au fichier un autre numéro de version.";
    }

    /** A new draft that says what a published version says, to become its next version. */
    public StandardVersionId newVersion(Actor actor, StandardVersionId from, String label) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion known = settled(actor, from);
        if (!known.isOf(actor.commune()) && !known.isShipped()) {
            throw new NotAllowed(NOT_YOURS);
        }
        Standard standard = StandardLibrary.read(known);
        return draft(
                actor,
                Redraft.as(standard, standard.code(), label.strip(), standard.titleFr(), standard.origin()),
                from,
                "Nouvelle version de référentiel commencée");
    }

    /** A copy under a code of its own that keeps the link to where it comes from. */
    public StandardVersionId adapt(Actor actor, StandardVersionId from, String code, String label, String title) {
        actor.require(Role.QUALITY_MANAGER);
        Standard standard = StandardLibrary.read(settled(actor, from));
        if (code.strip().equals(standard.code())
                || versions.existsAtHome(code.strip(), actor.commune().value())) {
            throw new BusinessRefusal(
                    "code",
                    "Le code « " + code.strip()
                            + " » est déjà celui d'un référentiel. Une adaptation a le sien : choisissez-en un autre.");
        }
        return draft(
                actor,
                Redraft.as(
                        standard,
                        code.strip(),
                        label.strip(),
                        title.strip(),
                        new Origin(standard.code(), standard.version())),
                from,
                "Adaptation de référentiel commencée");
    }

    private StandardVersionId draft(Actor actor, Standard standard, @Nullable StandardVersionId from, String what) {
        if (versions.findAtHome(
                        standard.code(), standard.version(), actor.commune().value())
                .isPresent()) {
            throw new BusinessRefusal(
                    "label",
                    "La version « " + standard.version() + " » du référentiel « " + standard.code()
                            + " » existe déjà. Choisissez un autre numéro de version.");
        }
        StandardVersion draft =
                versions.saveAndFlush(StandardVersion.draft(standard, from, actor.commune(), clock.instant()));
        trail.record(actor.as(Role.QUALITY_MANAGER), on(draft, what));
        return draft.view().id();
    }

    /**
     * Makes a draft a version campaigns may start on.
     *
     * @throws BusinessRefusal with the first fault, when the draft has any
     */
    public void publish(Actor actor, StandardVersionId id) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion draft = held(actor, id);
        Standard standard = StandardLibrary.read(draft);
        StandardReading checked = StandardFormats.check(standard);
        if (!checked.isSound()) {
            int more = checked.faults().size() - 1;
            throw new BusinessRefusal("Ce brouillon n'est pas encore publiable : "
                    + checked.faults().get(0).sentence()
                    + (more > 0 ? " Et " + more + (more > 1 ? " autres points." : " autre point.") : ""));
        }
        draft.publish(clock.instant());
        trail.record(actor.as(Role.QUALITY_MANAGER), on(draft, "Référentiel publié"));
    }

    /** No new campaign starts on it; running ones keep theirs. */
    public void withdraw(Actor actor, StandardVersionId id, String reason) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = held(actor, id);
        version.withdraw(reason, clock.instant());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                on(version, "Référentiel retiré").because(reason.strip()));
    }

    /**
     * Gives up a draft as it was read; a published version is withdrawn instead. What it said stays in the journal.
     *
     * @param lock of the draft when somebody saw what it would lose
     * @throws ChangedMeanwhile when somebody has changed it since
     */
    public void discard(Actor actor, StandardVersionId id, long lock) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion draft = held(actor, id);
        draft.requireDraft();
        if (draft.view().lock() != lock) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a modifié ce brouillon depuis que vous l'avez lu. Relisez ce qui serait perdu maintenant, puis décidez.",
                    List.of());
        }
        versions.findFirstHeadingByBasedOn(id.value()).ifPresent(next -> {
            throw new BusinessRefusal(
                    "« " + next.view().fullTitle()
                            + " » part de ce brouillon, qui doit rester tant qu'elle existe. Publiez-le plutôt, puis retirez-le.");
        });
        versions.delete(draft);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                on(draft, "Brouillon de référentiel supprimé").change(draft.content(), null));
    }

    /** Publishes a standard the product is shipped with, once; starting again changes nothing. */
    void ship(Standard standard) {
        if (versions.findAtHome(standard.code(), standard.version(), null).isPresent()) {
            return;
        }
        StandardVersionId basis = versions.findNewestAtHome(standard.code(), StandardStatus.PUBLISHED, null)
                .or(() -> Optional.ofNullable(standard.origin())
                        .flatMap(origin -> versions.findAtHome(origin.code(), origin.version(), null)))
                .map(version -> version.view().id())
                .orElse(null);
        StandardVersion version = StandardVersion.draft(standard, basis, null, clock.instant());
        version.publish(clock.instant());
        versions.saveAndFlush(version);
        trail.recordBySystem(on(version, "Référentiel publié"));
    }

    private StandardVersion held(Actor actor, StandardVersionId id) {
        if (!actor.commune().equals(library.readable(actor, id).owner())) {
            throw new NotAllowed(NOT_YOURS);
        }
        return versions.hold(id.value()).orElseThrow(NotFound::new);
    }

    private StandardVersion settled(Actor actor, StandardVersionId id) {
        library.readable(actor, id);
        StandardVersion version = versions.holdOrRead(id);
        if (version.isDraft()) {
            throw new BusinessRefusal("Ce référentiel est un brouillon : modifiez-le, ou publiez-le d'abord.");
        }
        return version;
    }

    private static Event on(StandardVersion version, String what) {
        StandardVersionView view = version.view();
        return Event.on(view.id(), view.fullTitle(), what);
    }
}
