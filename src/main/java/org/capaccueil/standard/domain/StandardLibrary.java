package org.capaccueil.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardUse;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.exchange.StandardFormats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the library. */
@Service
@Transactional(readOnly = true)
public class StandardLibrary implements Standards {

    private final StandardVersions versions;
    private final StandardAdoptions adoptions;
    private final StandardUse use;

    /** Parsed once: a version that is no draft never changes. */
    private final Map<StandardVersionId, Standard> parsed = new ConcurrentHashMap<>();

    StandardLibrary(StandardVersions versions, StandardAdoptions adoptions, StandardUse use) {
        this.versions = versions;
        this.adoptions = adoptions;
        this.use = use;
    }

    /** Every version, drafts and withdrawn ones as well, standard by standard, newest first. */
    public List<StandardVersionView> all() {
        return views(versions.findAllHeadingsByOrderByCodeAscCreatedAtDesc());
    }

    /** Every version of the same standard. */
    List<StandardVersionView> of(CommuneId commune, StandardVersionView version) {
        Reach reach = adoptions.reach(commune);
        return views(versions.findHeadingsByCode(version.code())).stream()
                .filter(other -> reach.sameStandard(version, other))
                .toList();
    }

    private static List<StandardVersionView> views(List<StandardHeading> headings) {
        return headings.stream().map(StandardHeading::view).toList();
    }

    @Override
    public List<StandardVersionView> usableBy(CommuneId commune) {
        Reach reach = adoptions.reach(commune);
        return published().filter(reach::mayUse).toList();
    }

    private Stream<StandardVersionView> published() {
        return views(versions.findHeadingsByStatusOrderByPublishedAtDescCodeAsc(StandardStatus.PUBLISHED)).stream();
    }

    @Override
    public Optional<StandardVersionView> newest(CommuneId commune, StandardVersionId known) {
        StandardVersionView version = version(known);
        Reach reach = adoptions.reach(commune);
        return published()
                .filter(other -> reach.sameStandard(version, other) && reach.mayUse(other))
                .findFirst();
    }

    @Override
    public Optional<StandardVersionView> shipped(String code) {
        return published()
                .filter(version -> version.owner() == null && version.code().equals(code))
                .findFirst();
    }

    @Override
    public StandardVersionView readable(Actor actor, StandardVersionId id) {
        StandardVersionView version = version(id);
        if (!adoptions.reach(actor).mayRead(version) && (version.isDraft() || !use.isVisited(actor.id(), id))) {
            throw new NotFound();
        }
        return version;
    }

    /** The versions of the name a standard says it was adapted from: each commune may have one. */
    List<StandardVersionView> named(Origin origin) {
        return views(versions.findHeadingsByCodeAndLabel(origin.code(), origin.version()));
    }

    @Override
    public StandardVersionView version(StandardVersionId id) {
        return versions.findHeadingById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public Standard content(StandardVersionId id) {
        Standard known = parsed.get(id);
        if (known != null) {
            return known;
        }
        StandardVersion version = versions.findById(id.value()).orElseThrow(NotFound::new);
        Standard content = read(version);
        if (!version.isDraft()) {
            parsed.put(id, content);
        }
        return content;
    }

    /** What a version says; a draft may still have faults. */
    static Standard read(StandardVersion version) {
        return read(version.content());
    }

    static Standard read(String content) {
        return StandardFormats.kept(content);
    }
}
