package org.capaccueil.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.audit.AuditorPool;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pool of auditors: each commune keeps its own, and sees its own and those the others lend. */
@Service
@Transactional
public class PoolDesk implements AuditorPool {

    private static final Terms NOTHING_SAID = new Terms(false, "", null);

    private final PoolAuditors pool;
    private final AuditFiles audits;
    private final Evaluations evaluations;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    PoolDesk(
            PoolAuditors pool,
            AuditFiles audits,
            Evaluations evaluations,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.pool = pool;
        this.audits = audits;
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An auditor as the pool shows them.
     *
     * @param own whether the reader's commune decides about them
     * @param away the last day they are not available, null when they are
     */
    public record Entry(
            PersonId id,
            String name,
            String capacity,
            String commune,
            boolean own,
            Terms terms,
            @Nullable LocalDate away,
            long version,
            List<Mission> missions) {}

    /** An audit somebody was given. */
    public record Mission(String commune, String team, String cycle, Status status) {}

    /** Who may audit: the own commune's first, then by commune and name. */
    @Transactional(readOnly = true)
    public List<Entry> entries(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        List<PersonView> people = organisation.withRole(Role.AUDITOR);
        Map<UUID, PoolAuditor> terms =
                pool
                        .findAllById(people.stream()
                                .map(person -> person.id().value())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(auditor -> auditor.person().value(), Function.identity()));
        List<PersonView> shown = people.stream()
                .filter(person -> person.commune().equals(actor.commune())
                        || Stream.ofNullable(terms.get(person.id().value())).anyMatch(PoolAuditor::isLent))
                .toList();
        Map<PersonId, List<Mission>> missions = missions(shown);
        return shown.stream()
                .map(person -> entry(
                        actor, person, terms.get(person.id().value()), missions.getOrDefault(person.id(), List.of())))
                .sorted(Comparator.comparing(Entry::own)
                        .reversed()
                        .thenComparing(Entry::commune)
                        .thenComparing(Entry::name))
                .toList();
    }

    /** One of the own commune's auditors, to say something of them; others do not exist here. */
    @Transactional(readOnly = true)
    public Entry own(Actor actor, PersonId auditor) {
        PersonView person = ownAuditor(actor, auditor);
        return entry(actor, person, pool.findById(auditor.value()).orElse(null), List.of());
    }

    private Entry entry(Actor actor, PersonView person, @Nullable PoolAuditor auditor, List<Mission> missions) {
        LocalDate today = PublicTime.today(clock);
        return new Entry(
                person.id(),
                person.name(),
                person.capacity(),
                person.communeName(),
                person.commune().equals(actor.commune()),
                auditor == null ? NOTHING_SAID : auditor.terms(),
                auditor == null ? null : auditor.awayOn(today).orElse(null),
                auditor == null ? 0 : auditor.version(),
                missions);
    }

    private Map<PersonId, List<Mission>> missions(List<PersonView> people) {
        List<Audit> given = audits.findByAuditorIdIn(
                people.stream().map(person -> person.id().value()).toList());
        Map<EvaluationId, EvaluationView> files =
                evaluations.byIds(given.stream().map(Audit::evaluation).toList());
        Map<CommuneId, String> communes = files.values().stream()
                .map(EvaluationView::commune)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> organisation.commune(id).name()));
        return given.stream()
                .sorted(Comparator.comparing(
                                (Audit audit) -> files.get(audit.evaluation()).openedAt())
                        .reversed())
                .collect(Collectors.groupingBy(
                        audit ->
                                java.util.Objects.requireNonNull(audit.summary().auditor()),
                        Collectors.mapping(
                                audit -> mission(files.get(audit.evaluation()), audit, communes),
                                Collectors.toList())));
    }

    private static Mission mission(EvaluationView evaluation, Audit audit, Map<CommuneId, String> communes) {
        return new Mission(
                communes.getOrDefault(evaluation.commune(), ""),
                evaluation.teamName(),
                evaluation.campaignName(),
                audit.status());
    }

    @Override
    public void agree(Actor actor, PersonId id, long version, Terms terms) {
        PersonView person = ownAuditor(actor, id);
        pool.ensure(id.value());
        PoolAuditor auditor = pool.lock(id.value()).orElseThrow(NotFound::new);
        Terms before = auditor.terms();
        if (auditor.version() != version) {
            refuseOvertaken(before, terms);
        }
        auditor.agree(terms);
        trail.record(
                actor,
                Event.general("Auditeurs · " + person.name(), action(before, auditor.terms()))
                        .change(inWords(before), inWords(auditor.terms())));
    }

    private static String action(Terms before, Terms after) {
        return before.lent() == after.lent()
                ? "Fiche d'auditeur modifiée"
                : after.lent() ? "Auditeur prêté aux autres communes" : "Auditeur repris par sa commune";
    }

    private static void refuseOvertaken(Terms saved, Terms yours) {
        List<Difference> differences = new ArrayList<>(List.of(
                new Difference("Prêt aux autres communes", lent(saved), lent(yours)),
                new Difference("Qualifications", saved.qualifications(), yours.qualifications()),
                new Difference("Indisponible jusqu'au", day(saved.awayUntil()), day(yours.awayUntil()))));
        differences.removeIf(difference -> difference.saved().equals(difference.yours()));
        if (!differences.isEmpty()) {
            throw new ChangedMeanwhile(
                    "Cette fiche a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    differences);
        }
    }

    private static String inWords(Terms terms) {
        return lent(terms)
                + (terms.awayUntil() == null ? "" : ", indisponible jusqu'au " + day(terms.awayUntil()))
                + (terms.qualifications().isEmpty() ? "" : ", qualifications : " + terms.qualifications());
    }

    private static String lent(Terms terms) {
        return terms.lent() ? "prêté" : "non prêté";
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : PublicTime.inWords(day);
    }

    private PersonView ownAuditor(Actor actor, PersonId id) {
        actor.require(Role.QUALITY_MANAGER);
        PersonView person = organisation.person(id);
        if (!person.commune().equals(actor.commune()) || !person.roles().contains(Role.AUDITOR)) {
            throw new NotFound();
        }
        return person;
    }
}
