package org.capaccueil.standard.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.domain.StandardUploads.Checked;
import org.capaccueil.standard.exchange.StandardFormats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings standards in from files in two steps: a dry run that changes no standard and says every fault or everything that
 * would change, and the confirmation, which keeps a draft, all or nothing. Only who brought a file sees it.
 */
@Service
@Transactional
public class StandardImports {

    /** Long enough to ask a colleague; what nobody confirmed by then is read again from its file. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int LONGEST_NAME = 200;

    private final StandardImportFiles files;
    private final StandardVersions versions;
    private final StandardLife life;
    private final Clock clock;

    StandardImports(StandardImportFiles files, StandardVersions versions, StandardLife life, Clock clock) {
        this.files = files;
        this.versions = versions;
        this.life = life;
        this.clock = clock;
    }

    /** Keeps what was read from a file until somebody decides about it, unless its version can no longer change. */
    Checked keep(Actor actor, String fileName, Standard standard, List<String> notices) {
        Optional<StandardVersion> same = versions.findAtHome(
                standard.code(), standard.version(), actor.commune().value());
        if (same.isPresent() && !same.get().isDraft()) {
            return Checked.refused(StandardLife.alreadyPublished(standard));
        }
        Instant now = clock.instant();
        files.forget(actor.id().value(), now.minus(KEPT));
        StandardImport kept = files.save(
                new StandardImport(actor.id(), now, kept(fileName), StandardFormats.yaml(standard), notices));
        return new Checked(kept.id(), List.of());
    }

    /** A name may hold signs no database keeps. */
    private static String kept(String fileName) {
        return fileName.codePoints()
                .filter(sign -> !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Transactional(readOnly = true)
    public DryRun dryRun(Actor actor, UUID id) {
        StandardImport file = own(actor, files.findById(id));
        Standard standard = StandardLibrary.read(file.content());
        Optional<StandardVersion> same = versions.findAtHome(
                standard.code(), standard.version(), actor.commune().value());
        Optional<StandardVersion> before = same.or(() -> life.basis(actor, standard));
        return new DryRun(
                file.id(),
                file.fileName(),
                file.uploadedAt(),
                standard,
                file.notices(),
                same.map(StandardVersion::view).orElse(null),
                before.map(StandardVersion::view).orElse(null),
                before.map(StandardLibrary::read).orElse(null),
                standard.origin() == null || life.originOf(actor, standard).isPresent(),
                file.became());
    }

    /**
     * Keeps what was read as a draft; a second click gives the same one.
     *
     * @param lock of the draft the dry run said it would replace, {@link StandardLife#NO_DRAFT} for none
     * @throws BusinessRefusal when that is no longer what would happen
     */
    public StandardVersionId confirm(Actor actor, UUID id, long lock) {
        StandardImport file = own(actor, files.hold(id));
        StandardVersionId known = file.became();
        if (known != null) {
            return known;
        }
        Standard standard = StandardLibrary.read(file.content());
        StandardVersionId draft = life.keepDraft(actor, standard, lock);
        file.became(draft);
        return draft;
    }

    /** Forgets a file that was not confirmed. */
    public void abandon(Actor actor, UUID id) {
        files.delete(own(actor, files.hold(id)));
    }

    private static StandardImport own(Actor actor, Optional<StandardImport> file) {
        StandardImport own = file.filter(one -> one.isOf(actor.id())).orElseThrow(NotFound::new);
        actor.require(Role.QUALITY_MANAGER);
        return own;
    }
}
