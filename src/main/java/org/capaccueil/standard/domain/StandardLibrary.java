package org.capaccueil.standard.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StandardLibrary implements Standards {

    private final StandardVersions versions;
    private final Trail trail;
    private final Clock clock;

    /** Parsed once: a published version never changes. */
    private final Map<StandardVersionId, Standard> parsed = new ConcurrentHashMap<>();

    StandardLibrary(StandardVersions versions, Trail trail, Clock clock) {
        this.versions = versions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StandardVersionView> published() {
        return versions.findAllByOrderByPublishedAtDesc().stream()
                .map(StandardVersion::view)
                .filter(StandardVersionView::published)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public StandardVersionView version(StandardVersionId id) {
        return versions.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    @Transactional(readOnly = true)
    public Standard content(StandardVersionId id) {
        Standard known = parsed.get(id);
        if (known != null) {
            return known;
        }
        StandardVersion version = versions.findById(id.value()).orElseThrow(NotFound::new);
        Standard content = StandardFile.read(version.content().getBytes(StandardCharsets.UTF_8));
        parsed.put(id, content);
        return content;
    }

    @Override
    public StandardVersionId importFile(Actor actor, byte[] file) {
        actor.require(Role.QUALITY_MANAGER);
        Standard standard = StandardFile.read(file);
        if (versions.existsByCodeAndLabel(standard.code(), standard.version())) {
            throw new BusinessRefusal(
                    "file",
                    "La version « " + standard.version() + " » du référentiel « " + standard.code()
                            + " » est déjà publiée et ne change plus. Donnez au fichier un autre numéro de version.");
        }
        StandardVersionId id = publish(standard, file);
        trail.record(actor, published(standard));
        return id;
    }

    /** Publishes the standard the product is shipped with, once; starting again changes nothing. */
    void shipStarter(byte[] file) {
        Standard standard = StandardFile.read(file);
        if (!versions.existsByCodeAndLabel(standard.code(), standard.version())) {
            publish(standard, file);
            trail.recordBySystem(published(standard));
        }
    }

    private static Event published(Standard standard) {
        return Event.general(standard.titleFr() + ", version " + standard.version(), "Référentiel publié");
    }

    private StandardVersionId publish(Standard standard, byte[] file) {
        StandardVersionId id = StandardVersionId.random();
        versions.save(StandardVersion.publish(
                id,
                standard.code(),
                standard.version(),
                standard.titleFr(),
                new String(file, StandardCharsets.UTF_8),
                sha256(file),
                clock.instant()));
        return id;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
