package org.capaccueil.indicator.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Indicator.Direction;
import org.jspecify.annotations.Nullable;

/** A figure a commune follows, with what it has to reach and who sees to it. */
@Entity
class IndicatorSeries {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private String code;
    private String title;
    private int edition = 1;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private BigDecimal target;
    private BigDecimal alert;

    @Enumerated(EnumType.STRING)
    private Gathering gathering;

    private String channels;
    private int minBase;
    private String source;
    private String provenance;

    @Enumerated(EnumType.STRING)
    private @Nullable Role ownerRole;

    private @Nullable UUID ownerId;
    private boolean shipped;
    private @Nullable Instant retiredAt;
    private @Nullable String retiredBecause;
    private @Nullable Instant takenUpAt;

    protected IndicatorSeries() {}

    IndicatorSeries(CommuneId commune, SeriesDraft draft, boolean shipped) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.shipped = shipped;
        this.code = draft.code();
        write(draft);
    }

    /**
     * Takes another wording. The code stays: files, programs and standards know the series by it.
     *
     * @param current how values are made now
     * @return the edition that begins with it; null when values go on being made as they are
     */
    @Nullable
    IndicatorEdition change(SeriesDraft draft, IndicatorEdition current, Instant now) {
        requireInUse();
        if (!draft.code().equals(code)) {
            throw new BusinessRefusal(
                    "code", "Le code ne change plus. Retirez cet indicateur et définissez-en un autre.");
        }
        write(draft);
        if (current.says(draft)) {
            return null;
        }
        edition++;
        return new IndicatorEdition(id, edition, draft, now);
    }

    private void write(SeriesDraft draft) {
        draft.requireComplete();
        title = draft.title();
        direction = draft.direction();
        target = Objects.requireNonNull(draft.target());
        alert = Objects.requireNonNull(draft.alert());
        gathering = draft.gathering();
        channels = words(draft.channels());
        minBase = draft.minBase();
        source = draft.source();
        provenance = draft.provenance();
        ownerRole = draft.owner().role();
        ownerId = draft.owner().personOrNull();
    }

    void retire(String reason, Instant now) {
        requireInUse();
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi : qui relira les anciennes valeurs le saura.");
        }
        retiredAt = now;
        retiredBecause = reason.strip();
    }

    void takeUpAgain(Instant now) {
        if (retiredAt == null) {
            throw new StepNoLongerOpen("Cet indicateur est déjà en service.");
        }
        retiredAt = null;
        retiredBecause = null;
        takenUpAt = now;
    }

    void requireInUse() {
        if (retiredAt != null) {
            throw new StepNoLongerOpen("Cet indicateur est retiré : il ne change plus. Ses valeurs restent lisibles.");
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int edition() {
        return edition;
    }

    CommuneId commune() {
        return new CommuneId(communeId);
    }

    SeriesView view(Collection<IndicatorEdition> all) {
        List<SeriesView.Edition> editions = all.stream()
                .filter(one -> one.series().equals(id))
                .map(IndicatorEdition::view)
                .sorted(Comparator.comparingInt(SeriesView.Edition::number))
                .toList();
        SeriesView.Edition now = editions.get(editions.size() - 1);
        return new SeriesView(
                id,
                version,
                new Indicator(
                        code,
                        title,
                        now.formula().inWords(),
                        now.unit(),
                        direction,
                        target,
                        alert,
                        channels(channels),
                        source,
                        minBase,
                        provenance),
                editions,
                gathering,
                new Owner(ownerId == null ? null : new PersonId(ownerId), ownerRole),
                shipped,
                retiredAt,
                retiredBecause,
                takenUpAt);
    }

    private static String words(Set<Channel> all) {
        return Arrays.stream(Channel.values())
                .filter(all::contains)
                .map(Channel::name)
                .collect(Collectors.joining(","));
    }

    private static Set<Channel> channels(String words) {
        Set<Channel> all = EnumSet.noneOf(Channel.class);
        for (String word : words.split(",")) {
            all.add(Channel.valueOf(word));
        }
        return all;
    }
}
