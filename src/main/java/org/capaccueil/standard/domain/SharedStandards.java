package org.capaccueil.standard.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the communes share with each other. The database lets everybody read what is shared; by how many it was adopted is
 * counted in a scope of its own, which is why no transaction is opened here.
 */
@Service
public class SharedStandards {

    private final StandardLibrary library;
    private final StandardAdoptions adoptions;
    private final Organisation organisation;

    SharedStandards(StandardLibrary library, StandardAdoptions adoptions, Organisation organisation) {
        this.library = library;
        this.adoptions = adoptions;
        this.organisation = organisation;
    }

    /**
     * A version another commune shares.
     *
     * @param from the name of the commune
     * @param newerThan the version of it this commune uses so far; null where it uses none
     */
    public record Offer(StandardVersionView version, String from, @Nullable StandardVersionView newerThan) {}

    /**
     * Where a version stands in the network, for somebody who reads it.
     *
     * @param from the commune it was made in; null for a shipped one and for the commune's own
     * @param adoptedAt when this commune took it; null when it did not
     * @param newer a later version that is shared and not adopted yet
     * @param adopters by how many communes it was taken; counted for its own commune only
     */
    public record Standing(
            @Nullable String from,
            @Nullable Instant adoptedAt,
            boolean adoptable,
            @Nullable StandardVersionView newer,
            int adopters) {}

    /** Everything others share and this commune has not adopted, newest first. */
    public List<Offer> offers(Actor actor) {
        Reach reach = adoptions.reach(actor);
        List<StandardVersionView> all = library.all();
        return all.stream()
                .filter(version -> version.isShared() && !version.isDraft() && !reach.keeps(version))
                .sorted(Comparator.comparing(
                                (StandardVersionView version) -> Objects.requireNonNull(version.sharedAt()))
                        .reversed())
                .map(version -> new Offer(version, from(version.owner()), used(reach, version, all)))
                .toList();
    }

    /** The newest version of the same standard the commune has adopted, where this one is newer. */
    private static @Nullable StandardVersionView used(
            Reach reach, StandardVersionView offered, List<StandardVersionView> all) {
        return all.stream()
                .filter(version -> reach.adopted().contains(version.id()) && isNewer(reach, offered, version))
                .max(Comparator.comparing(StandardVersionView::publishedAt))
                .orElse(null);
    }

    private static boolean isNewer(Reach reach, StandardVersionView one, StandardVersionView other) {
        return reach.sameStandard(one, other)
                && Objects.requireNonNull(one.publishedAt()).isAfter(Objects.requireNonNull(other.publishedAt()));
    }

    public Standing standing(Actor actor, StandardVersionView version) {
        Reach reach = adoptions.reach(actor);
        Map<StandardVersionId, Instant> adopted = adoptions.dates(actor.commune());
        CommuneId owner = version.owner();
        if (owner == null || reach.owns(version)) {
            return new Standing(null, null, false, null, owner == null ? 0 : adoptions.number(version.id()));
        }
        Instant at = adopted.get(version.id());
        return new Standing(
                from(owner),
                at,
                at == null && version.published() && version.isShared(),
                at == null ? null : newer(reach, version).orElse(null),
                0);
    }

    private Optional<StandardVersionView> newer(Reach reach, StandardVersionView used) {
        return library.of(reach.commune(), used).stream()
                .filter(version -> version.published() && version.isShared() && !reach.keeps(version))
                .filter(version -> isNewer(reach, version, used))
                .max(Comparator.comparing(StandardVersionView::publishedAt));
    }

    /** The name of the commune a version comes from. */
    public String from(@Nullable CommuneId owner) {
        return owner == null ? "" : organisation.commune(owner).name();
    }
}
