package org.capaccueil.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardStatus;
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

    /** Parsed once: a version that is no draft never changes. */
    private final Map<StandardVersionId, Standard> parsed = new ConcurrentHashMap<>();

    StandardLibrary(StandardVersions versions) {
        this.versions = versions;
    }

    /** Every version, drafts and withdrawn ones as well, standard by standard, newest first. */
    public List<StandardVersionView> all() {
        return views(versions.findAllHeadingsByOrderByCodeAscCreatedAtDesc());
    }

    /** Every version of one standard. */
    List<StandardVersionView> of(String code) {
        return views(versions.findHeadingsByCode(code));
    }

    private static List<StandardVersionView> views(List<StandardHeading> headings) {
        return headings.stream().map(StandardHeading::view).toList();
    }

    @Override
    public List<StandardVersionView> published() {
        return views(versions.findHeadingsByStatusOrderByPublishedAtDescCodeAsc(StandardStatus.PUBLISHED));
    }

    @Override
    public Optional<StandardVersionView> newest(String code) {
        return versions.findFirstHeadingByCodeAndStatusOrderByPublishedAtDesc(code, StandardStatus.PUBLISHED)
                .map(StandardHeading::view);
    }

    /** The version a standard says it was adapted from, if it is here. */
    Optional<StandardVersionView> named(Origin origin) {
        return versions.findHeadingByCodeAndLabel(origin.code(), origin.version())
                .map(StandardHeading::view);
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
