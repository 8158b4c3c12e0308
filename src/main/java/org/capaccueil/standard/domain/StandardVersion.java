package org.capaccueil.standard.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.exchange.StandardFormats;
import org.jspecify.annotations.Nullable;

/** One version of a standard: a document, and where it is in its life. Only a draft's document ever changes. */
@Entity
class StandardVersion {

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String label;
    private String title;

    @Enumerated(EnumType.STRING)
    private StandardStatus status = StandardStatus.DRAFT;

    private String content;
    private String sha256;
    private @Nullable UUID basedOn;

    /** Null for what the product is shipped with: it is the whole network's. */
    private @Nullable UUID communeId;

    private @Nullable String originCode;
    private @Nullable String originVersion;
    private @Nullable Instant createdAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBecause;

    protected StandardVersion() {}

    private StandardVersion(
            Standard standard, @Nullable StandardVersionId basedOn, @Nullable CommuneId owner, Instant now) {
        this.id = UUID.randomUUID();
        this.communeId = owner == null ? null : owner.value();
        this.basedOn = basedOn == null ? null : basedOn.value();
        this.createdAt = now;
        keep(standard);
    }

    static StandardVersion draft(Standard standard, @Nullable StandardVersionId basedOn, CommuneId owner, Instant now) {
        return new StandardVersion(standard, basedOn, owner, now);
    }

    /** What the product brings along belongs to nobody and to all. */
    static StandardVersion shipped(Standard standard, @Nullable StandardVersionId basedOn, Instant now) {
        StandardVersion version = new StandardVersion(standard, basedOn, null, now);
        version.publish(now);
        return version;
    }

    /** The draft now says this. */
    void write(Standard standard) {
        requireDraft();
        keep(standard);
    }

    private void keep(Standard standard) {
        code = standard.code();
        label = standard.version();
        title = standard.titleFr();
        Origin origin = standard.origin();
        originCode = origin == null ? null : origin.code();
        originVersion = origin == null ? null : origin.version();
        content = StandardFormats.yaml(standard);
        StandardFormats.tooLarge(content).ifPresent(sentence -> {
            throw new BusinessRefusal(sentence);
        });
        sha256 = Seal.of(content);
    }

    void requireDraft() {
        if (status != StandardStatus.DRAFT) {
            throw new BusinessRefusal("La version « " + label + " » du référentiel « " + code
                    + " » est publiée et ne change plus. Créez-en une nouvelle version.");
        }
    }

    /** Whoever drafted it decides about it; others may read it, and adapt it under a code of their own. */
    void requireOf(CommuneId commune) {
        if (commune.value().equals(communeId)) {
            return;
        }
        if (isDraft()) {
            throw new NotFound();
        }
        throw new NotAllowed(
                "La version « " + label + " » du référentiel « " + code + " » "
                        + (communeId == null ? "est livrée avec Cap Accueil" : "appartient à une autre organisation")
                        + " : elle ne se change pas ici. Commencez-en une nouvelle version, ou adaptez-la sous un code à vous.");
    }

    /** Campaigns may start on it from now on. The caller has checked the content. */
    void publish(Instant now) {
        requireDraft();
        status = StandardStatus.PUBLISHED;
        publishedAt = now;
    }

    void withdraw(String reason, Instant now) {
        if (status != StandardStatus.PUBLISHED) {
            throw new BusinessRefusal("Seule une version publiée se retire. Un brouillon se supprime.");
        }
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi cette version est retirée : les autres le liront.");
        }
        status = StandardStatus.WITHDRAWN;
        withdrawnAt = now;
        withdrawnBecause = reason.strip();
    }

    /**
     * @throws IllegalStateException when the text of a version that is no draft is not the one that was sealed: nobody may
     *     be evaluated on it
     */
    String content() {
        if (!isDraft() && !Seal.of(content).equals(sha256)) {
            throw new IllegalStateException("standard version " + id + " is not what was published");
        }
        return content;
    }

    boolean isDraft() {
        return status == StandardStatus.DRAFT;
    }

    StandardVersionView view() {
        return new StandardHeading(
                        id,
                        version,
                        code,
                        label,
                        title,
                        status,
                        basedOn,
                        originCode,
                        originVersion,
                        publishedAt,
                        withdrawnAt,
                        withdrawnBecause)
                .view();
    }
}
