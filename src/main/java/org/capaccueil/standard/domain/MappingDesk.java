package org.capaccueil.standard.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quality managers say which criteria of one standard answer those of another. */
@Service
@Transactional
public class MappingDesk {

    private static final int LONGEST_NOTE = 1000;

    private final StandardLibrary library;
    private final StandardAdoptions adoptions;
    private final CriterionMappings mappings;
    private final Trail trail;
    private final Clock clock;

    MappingDesk(
            StandardLibrary library,
            StandardAdoptions adoptions,
            CriterionMappings mappings,
            Trail trail,
            Clock clock) {
        this.library = library;
        this.adoptions = adoptions;
        this.mappings = mappings;
        this.trail = trail;
        this.clock = clock;
    }

    /** One standard to map from or to: its newest published version, or the last withdrawn one where there is none. */
    public record Side(StandardVersionView version, Standard standard) {}

    /** Two standards with how many correspondences there are from the one to the other. */
    public record Pair(StandardVersionView from, StandardVersionView to, long count) {}

    /** A correspondence that was decided. */
    public record Mapped(
            UUID id, String from, Relation relation, @Nullable String note, PersonId decidedBy, Instant decidedAt) {}

    /** A criterion of the target with what answers it; nothing when that is not said. */
    public record Line(Criterion criterion, List<Mapped> mapped) {}

    /** A correspondence with a criterion that is no longer in the target. */
    public record Orphan(String to, Mapped mapped) {}

    /** What a page about two standards shows. */
    public record Sheet(Side from, Side to, List<Line> lines, List<Orphan> orphans, List<MappingDraft> proposals) {}

    /** The standards that can be mapped, by the version whose criteria are shown. */
    @Transactional(readOnly = true)
    public List<StandardVersionView> standards(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        Reach reach = adoptions.reach(actor);
        return library.all().stream()
                .filter(version -> !version.isDraft() && reach.keeps(version))
                .sorted(Comparator.comparing(StandardVersionView::published)
                        .thenComparing(version -> Objects.requireNonNull(version.publishedAt()))
                        .reversed())
                .collect(Collectors.toMap(StandardVersionView::code, version -> version, (newest, older) -> newest))
                .values()
                .stream()
                .sorted(Comparator.comparing(StandardVersionView::title))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Pair> pairs(Actor actor) {
        List<StandardVersionView> standards = standards(actor);
        return standards.stream()
                .flatMap(from -> standards.stream().map(to -> new Pair(from, to, count(from, to))))
                .filter(pair -> pair.count() > 0)
                .toList();
    }

    private long count(StandardVersionView from, StandardVersionView to) {
        return mappings.countByFromStandardAndToStandard(from.code(), to.code());
    }

    @Transactional(readOnly = true)
    public Sheet sheet(Actor actor, String from, String to) {
        Side source = side(actor, from);
        Side target = side(actor, to);
        if (from.equals(to)) {
            throw new NotFound();
        }
        List<CriterionMapping> decided = mappings.findByFromStandardAndToStandardOrderByDecidedAt(from, to);
        return new Sheet(
                source,
                target,
                target.standard().criteria().stream()
                        .map(criterion -> new Line(criterion, mapped(criterion, decided)))
                        .toList(),
                orphans(target.standard(), decided),
                proposals(source.standard(), target.standard(), decided));
    }

    private Side side(Actor actor, String code) {
        return standards(actor).stream()
                .filter(version -> version.code().equals(code))
                .findFirst()
                .map(version -> new Side(version, library.content(version.id())))
                .orElseThrow(NotFound::new);
    }

    private static List<Mapped> mapped(Criterion criterion, List<CriterionMapping> decided) {
        return decided.stream()
                .filter(mapping -> mapping.toCriterion().equals(criterion.code()))
                .map(MappingDesk::mapped)
                .toList();
    }

    private static Mapped mapped(CriterionMapping mapping) {
        return new Mapped(
                mapping.id(),
                mapping.fromCriterion(),
                mapping.relation(),
                mapping.note(),
                mapping.decidedBy(),
                mapping.decidedAt());
    }

    private static List<Orphan> orphans(Standard target, List<CriterionMapping> decided) {
        return decided.stream()
                .filter(mapping -> target.criterion(mapping.toCriterion()).isEmpty())
                .map(mapping -> new Orphan(mapping.toCriterion(), mapped(mapping)))
                .toList();
    }

    /** The same title, or the same code where one is an adapted copy of the other, while nothing is said of it yet. */
    private static List<MappingDraft> proposals(Standard from, Standard to, List<CriterionMapping> decided) {
        boolean related = isFrom(from, to) || isFrom(to, from);
        List<MappingDraft> proposals = new ArrayList<>();
        for (Criterion target : to.criteria()) {
            if (decided.stream().noneMatch(one -> one.toCriterion().equals(target.code()))) {
                Stream.concat(
                                from.criteria().stream()
                                        .filter(source ->
                                                related && source.code().equals(target.code())),
                                from.criteria().stream().filter(source -> sameTitle(source, target)))
                        .findFirst()
                        .ifPresent(source ->
                                proposals.add(new MappingDraft(source.code(), target.code(), Relation.EQUAL, "")));
            }
        }
        return proposals;
    }

    private static boolean isFrom(Standard copy, Standard standard) {
        Origin origin = copy.origin();
        return origin != null && origin.code().equals(standard.code());
    }

    private static boolean sameTitle(Criterion one, Criterion other) {
        return one.titleFr()
                .strip()
                .toLowerCase(Locale.FRENCH)
                .equals(other.titleFr().strip().toLowerCase(Locale.FRENCH));
    }

    public void add(Actor actor, String from, String to, MappingDraft draft) {
        Sheet sheet = sheet(actor, from, to);
        requireKnown("source", draft.from(), sheet.from());
        requireKnown("target", draft.to(), sheet.to());
        if (draft.note().strip().length() > LONGEST_NOTE) {
            throw new BusinessRefusal("note", "La raison a 1 000 caractères au plus.");
        }
        if (sheet.lines().stream()
                .filter(line -> line.criterion().code().equals(draft.to()))
                .flatMap(line -> line.mapped().stream())
                .anyMatch(mapped -> mapped.from().equals(draft.from()))) {
            throw new BusinessRefusal(
                    "source",
                    "Ces deux critères ont déjà une correspondance. Retirez-la d'abord pour en dire une autre.");
        }
        keep(actor, from, to, draft);
    }

    private static void requireKnown(String field, String criterion, Side side) {
        if (side.standard().criterion(criterion).isEmpty()) {
            throw new BusinessRefusal(
                    field,
                    "Choisissez un critère du référentiel « " + side.version().title() + " ».");
        }
    }

    private void keep(Actor actor, String from, String to, MappingDraft draft) {
        CriterionMapping mapping =
                mappings.saveAndFlush(new CriterionMapping(from, to, draft, actor.id(), clock.instant()));
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(mapping.inWords(), "Correspondance ajoutée").because(mapping.note()));
    }

    /**
     * Takes proposals all at once.
     *
     * @param shown what somebody read; of it only what is still proposed is taken, and nothing that was not shown
     * @return how many were taken
     */
    public int takeProposals(Actor actor, String from, String to, List<MappingDraft> shown) {
        List<MappingDraft> proposals = sheet(actor, from, to).proposals().stream()
                .filter(shown::contains)
                .toList();
        proposals.forEach(draft -> keep(actor, from, to, draft));
        return proposals.size();
    }

    /** Somebody else may have removed it already; then there is nothing left to do. */
    public void remove(Actor actor, String from, String to, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        mappings.findById(id)
                .filter(mapping -> mapping.fromStandard().equals(from)
                        && mapping.toStandard().equals(to))
                .ifPresent(mapping -> {
                    mappings.delete(mapping);
                    trail.record(
                            actor.as(Role.QUALITY_MANAGER), Event.general(mapping.inWords(), "Correspondance retirée"));
                });
    }
}
