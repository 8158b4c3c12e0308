package org.capaccueil.standard.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardDifference;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardUse;
import org.capaccueil.standard.StandardUse.Use;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library as a person may see it: drafts are the quality managers', withdrawn versions stay readable for those whose
 * campaign is on one.
 */
@Service
@Transactional(readOnly = true)
public class LibraryReading {

    private final StandardLibrary library;
    private final StandardAdoptions adoptions;
    private final StandardUse use;

    LibraryReading(StandardLibrary library, StandardAdoptions adoptions, StandardUse use) {
        this.library = library;
        this.adoptions = adoptions;
        this.use = use;
    }

    /**
     * A standard with its versions: published first, then drafts, then withdrawn ones.
     *
     * @param from the commune it was adopted from; null for a shipped one and for the commune's own
     */
    public record Shelf(String code, String title, @Nullable CommuneId from, List<Entry> entries) {}

    /** A standard is known by its code and, where it was adopted, by the commune it comes from. */
    private record StandardOf(String code, @Nullable CommuneId foreign) {

        static StandardOf version(Reach reach, StandardVersionView version) {
            return new StandardOf(
                    version.code(), version.owner() == null || reach.owns(version) ? null : version.owner());
        }
    }

    /**
     * A version on its shelf.
     *
     * @param origin the version it says it was adapted from, if that is here and this person may read it
     */
    public record Entry(StandardVersionView version, @Nullable StandardVersionView origin) {}

    /** Two versions and what the later one changes. */
    public record Comparison(StandardVersionView before, StandardVersionView after, StandardDifference difference) {}

    /**
     * What a new version does to the commune's campaigns.
     *
     * @param running keep the version they started on
     * @param drafted not launched yet: keep the version chosen for them
     * @param recurring prepare a next cycle, on the newest version then
     */
    public record Effects(List<Use> running, List<Use> drafted, List<Use> recurring) {}

    /** What the commune may use: shipped standards, its own, and those it adopted. */
    public List<Shelf> shelves(Actor actor) {
        Reach reach = adoptions.reach(actor);
        Map<StandardOf, List<Entry>> shelves = new LinkedHashMap<>();
        List<StandardVersionView> all = library.all();
        all.stream()
                .filter(version -> reach.keeps(version) && reach.mayRead(version))
                .filter(version -> actor.is(Role.QUALITY_MANAGER) || version.published())
                .forEach(version -> shelves.merge(
                        StandardOf.version(reach, version),
                        List.of(new Entry(version, originOf(reach, version, all))),
                        LibraryReading::both));
        return shelves.entrySet().stream()
                .map(shelf -> new Shelf(
                        shelf.getKey().code(),
                        shelf.getValue().get(0).version().title(),
                        shelf.getKey().foreign(),
                        shelf.getValue().stream()
                                .sorted(Comparator.comparing(entry -> rank(entry.version())))
                                .toList()))
                .toList();
    }

    private static @Nullable StandardVersionView originOf(
            Reach reach, StandardVersionView copy, List<StandardVersionView> all) {
        return all.stream()
                .filter(version -> new Origin(version.code(), version.label()).equals(copy.origin()))
                .filter(reach::mayRead)
                // another commune's may have the same name
                .min(Comparator.comparing(version -> !version.id().equals(copy.basedOn())))
                .orElse(null);
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static int rank(StandardVersionView version) {
        return List.of(StandardStatus.PUBLISHED, StandardStatus.DRAFT, StandardStatus.WITHDRAWN)
                .indexOf(version.status());
    }

    /** The version, if this person may read it; to others a draft does not exist. */
    public StandardVersionView visible(Actor actor, StandardVersionId id) {
        return library.readable(actor, id);
    }

    /** The version, if it is the commune's own to change; a quality manager asks. */
    public StandardVersionView own(Actor actor, StandardVersionId id) {
        StandardVersionView version = visible(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        if (!adoptions.reach(actor).owns(version)) {
            throw new NotAllowed(StandardLife.NOT_YOURS);
        }
        return version;
    }

    /** Whether it was made in this person's commune. */
    public boolean owns(Actor actor, StandardVersionView version) {
        return actor.commune().equals(version.owner());
    }

    /** What it was drafted from, if this person may read it. */
    public Optional<StandardVersionView> basis(Actor actor, StandardVersionView version) {
        StandardVersionId basis = version.basedOn();
        return basis == null
                ? Optional.empty()
                : Optional.of(library.version(basis)).filter(adoptions.reach(actor)::mayRead);
    }

    /** The version an adapted copy says it comes from, if it is here and this person may read it. */
    public Optional<StandardVersionView> origin(Actor actor, StandardVersionView version) {
        return Optional.ofNullable(version.origin())
                .map(origin -> originOf(adoptions.reach(actor), version, library.named(origin)));
    }

    /** The other versions it can be compared with: those of the same standard first. */
    public List<StandardVersionView> others(Actor actor, StandardVersionView version) {
        Reach reach = adoptions.reach(actor);
        return library.all().stream()
                .filter(other -> !other.id().equals(version.id()) && reach.mayRead(other))
                .sorted(Comparator.comparing(other -> !other.code().equals(version.code())))
                .toList();
    }

    public Comparison compare(StandardVersionView before, StandardVersionView after) {
        return new Comparison(
                before, after, StandardDifference.between(library.content(before.id()), library.content(after.id())));
    }

    /** The commune's campaigns on any version of the standard. */
    public Effects effects(Actor actor, StandardVersionView version) {
        List<StandardVersionId> versions = library.of(actor.commune(), version).stream()
                .map(StandardVersionView::id)
                .toList();
        List<Use> uses = use.of(actor.commune(), versions);
        return new Effects(
                uses.stream().filter(Use::running).toList(),
                uses.stream().filter(one -> !one.running()).toList(),
                uses.stream().filter(one -> one.nextCycleOn() != null).toList());
    }
}
