package org.capaccueil.organisation.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** One absence with its substitute. What has begun keeps its person and first day: acts were done in its name. */
@Entity
class Substitution {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID absentId;
    private UUID substituteId;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private @Nullable String reason;
    private UUID namedBy;
    private Instant namedAt;
    private @Nullable Instant endedAt;

    protected Substitution() {}

    /** The plan has passed {@link SubstitutionRules}. */
    Substitution(PersonId absent, SubstitutionPlan plan, PersonId by, Instant now) {
        this.id = UUID.randomUUID();
        this.absentId = absent.value();
        this.namedBy = by.value();
        this.namedAt = now;
        describe(plan);
    }

    void change(SubstitutionPlan plan, LocalDate today) {
        requireNotOver(today);
        if (!firstDay.isAfter(today)
                && !(firstDay.equals(plan.firstDay()) && new PersonId(substituteId).equals(plan.substitute()))) {
            throw new BusinessRefusal(
                    "substitute",
                    "Ce remplacement a commencé : la personne et le premier jour ne changent plus. "
                            + "Mettez-y fin, puis désignez quelqu'un d'autre.");
        }
        describe(plan);
    }

    void end(LocalDate today, Instant now) {
        requireNotOver(today);
        endedAt = now;
    }

    private void requireNotOver(LocalDate today) {
        if (endedAt != null || lastDay.isBefore(today)) {
            throw new StepNoLongerOpen(
                    "Ce remplacement est terminé : il ne change plus. Désignez un nouveau remplaçant "
                            + "si l'absence continue.");
        }
    }

    private void describe(SubstitutionPlan plan) {
        this.substituteId = Objects.requireNonNull(plan.substitute()).value();
        this.firstDay = Objects.requireNonNull(plan.firstDay());
        this.lastDay = Objects.requireNonNull(plan.lastDay());
        this.reason = plan.reason();
    }

    UUID id() {
        return id;
    }

    PersonId absent() {
        return new PersonId(absentId);
    }

    PersonId substitute() {
        return new PersonId(substituteId);
    }

    SubstitutionView view(String absentName, String substituteName) {
        return new SubstitutionView(
                id, absent(), absentName, substitute(), substituteName, firstDay, lastDay, reason, endedAt, version);
    }
}
