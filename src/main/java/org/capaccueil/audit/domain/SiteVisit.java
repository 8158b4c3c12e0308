package org.capaccueil.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.domain.AuditGate.Held;
import org.capaccueil.audit.domain.AuditRating.Answer;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor plans, rates, writes his conclusion, and hands the draft over, or steps aside. */
@Service
@Transactional
public class SiteVisit {

    private final AuditGate gate;
    private final TieFinder ties;
    private final AuditFiles audits;
    private final AuditRatings ratings;
    private final AuditFindings findings;
    private final AuditProcess process;
    private final Trail trail;
    private final Clock clock;

    SiteVisit(
            AuditGate gate,
            TieFinder ties,
            AuditFiles audits,
            AuditRatings ratings,
            AuditFindings findings,
            AuditProcess process,
            Trail trail,
            Clock clock) {
        this.gate = gate;
        this.ties = ties;
        this.audits = audits;
        this.ratings = ratings;
        this.findings = findings;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was rated and found goes with the one who steps aside: the next auditor starts on their own. */
    public void recuse(Actor actor, EvaluationId id, String reason) {
        Held held = gate.hold(actor, id);
        held.audit().recuse(actor.id(), reason, clock.instant());
        Standard standard = gate.standard(held.evaluation());
        for (AuditRating rating : ratings.findByEvaluationId(id.value())) {
            trail.record(
                    actor.inPerson(),
                    Event.on(id, subject(rating.criterion(), rating.place()), "Cotation d'audit écartée (récusation)")
                            .change(rating.grade().title(standard.scaleOf(rating.criterion())), null));
            ratings.delete(rating);
        }
        for (AuditFinding finding : findings.findByEvaluationIdOrderByNumber(id.value())) {
            trail.record(
                    actor.inPerson(),
                    Event.on(
                                    id,
                                    "Constat n° " + finding.number() + " · "
                                            + subject(finding.criterion(), finding.place()),
                                    "Constat écarté (récusation)")
                            .change(finding.inWords(), null));
            findings.delete(finding);
        }
        trail.record(actor.inPerson(), Event.on(id, "Audit", "Auditeur récusé").because(reason.strip()));
        process.recused(id, actor);
    }

    /**
     * Rates one criterion at one place.
     *
     * @param version the version the auditor saw, null when he saw none
     * @return the version now
     */
    public long rate(
            Actor actor,
            EvaluationId id,
            String criterion,
            Place place,
            @Nullable Long version,
            Grade grade,
            String comment) {
        Held held = gate.hold(actor, id);
        held.audit().requireWriting(actor.id());
        Question question = gate.question(held.evaluation(), criterion, place);
        Texts.requireShort("comment", comment, Texts.LONG);
        Answer answer = new Answer(grade, comment.isBlank() ? null : comment.strip(), false);
        return save(actor, held, question, place, version, answer).version();
    }

    /** Takes the team's ratings of one criterion over as the auditor's own, wherever he has not rated himself. */
    public int takeOverCriterion(Actor actor, EvaluationId id, String criterion) {
        return takeOver(actor, id, question -> question.criterion().code().equals(criterion));
    }

    /** The same for a whole theme. */
    public int takeOverTheme(Actor actor, EvaluationId id, String theme) {
        return takeOver(actor, id, question -> question.theme().code().equals(theme));
    }

    private int takeOver(Actor actor, EvaluationId id, Predicate<Question> which) {
        Held held = gate.hold(actor, id);
        held.audit().requireWriting(actor.id());
        List<SelfAssessments.Rating> teams = gate.teamRatings(id);
        List<Place> taken = new ArrayList<>();
        for (Question question :
                gate.questions(held.evaluation()).stream().filter(which).toList()) {
            for (Place place : question.places()) {
                Optional<SelfAssessments.Rating> team = teams.stream()
                        .filter(rating ->
                                rating.criterion().equals(question.criterion().code()) && rating.place() == place)
                        .filter(rating -> RatingRule.allows(rating.grade(), question))
                        .findFirst();
                if (team.isPresent() && find(id, question, place).isEmpty()) {
                    save(
                            actor,
                            held,
                            question,
                            place,
                            null,
                            new Answer(team.get().grade(), null, true));
                    taken.add(place);
                }
            }
        }
        return taken.size();
    }

    private AuditRating save(
            Actor actor, Held held, Question question, Place place, @Nullable Long version, Answer answer) {
        EvaluationId id = held.audit().evaluation();
        Scale scale = question.scale();
        RatingRule.require(answer.grade(), question);
        Optional<AuditRating> known = find(id, question, place);
        if (known.isPresent() && known.get().says(answer)) {
            return known.get();
        }
        if (!Objects.equals(known.map(AuditRating::version).orElse(null), version)) {
            throw changedMeanwhile(known, answer, scale);
        }
        String before = known.map(rating -> rating.grade().title(scale)).orElse(null);
        String after = answer.grade().title(scale);
        AuditRating rating = known.orElseGet(
                () -> new AuditRating(id, question.criterion().code(), place, answer, actor.id(), clock.instant()));
        rating.give(answer, actor.id(), clock.instant());
        if (!after.equals(before)) {
            trail.record(
                    actor.inPerson(),
                    Event.on(
                                    id,
                                    subject(question.criterion().code(), place),
                                    answer.takenFromTeam()
                                            ? "Cotation de l'équipe reprise par l'audit"
                                            : "Cotation d'audit")
                            .change(before, after)
                            .because(answer.grade().reason()));
        }
        return ratings.saveAndFlush(rating);
    }

    private Optional<AuditRating> find(EvaluationId id, Question question, Place place) {
        return ratings.findByEvaluationIdAndCriterionAndPlace(
                id.value(), question.criterion().code(), place);
    }

    private static ChangedMeanwhile changedMeanwhile(Optional<AuditRating> saved, Answer yours, Scale scale) {
        return new ChangedMeanwhile(
                "Cette cotation a été enregistrée depuis une autre fenêtre pendant que vous l'aviez ouverte ici. "
                        + "Choisissez celle à garder.",
                List.of(
                        new Difference(
                                "Cotation",
                                saved.map(rating -> inWords(rating.grade(), scale))
                                        .orElse(""),
                                inWords(yours.grade(), scale)),
                        new Difference(
                                "Commentaire",
                                saved.map(AuditRating::comment).orElse(""),
                                Objects.requireNonNullElse(yours.comment(), ""))));
    }

    private static String inWords(Grade grade, Scale scale) {
        return grade.title(scale) + (grade.reason() == null ? "" : " : " + grade.reason());
    }

    /**
     * Keeps the visit date and the conclusion as they are being written.
     *
     * @return the version now
     */
    public long note(Actor actor, EvaluationId id, long version, @Nullable LocalDate visitedOn, String conclusion) {
        Held held = gate.hold(actor, id);
        Audit audit = held.audit();
        audit.requireWriting(actor.id());
        LocalDate savedDay = audit.summary().visitedOn();
        String saved = Objects.requireNonNullElse(audit.summary().conclusion(), "");
        if (Objects.equals(savedDay, visitedOn) && saved.equals(conclusion.strip())) {
            return audit.version();
        }
        if (audit.version() != version) {
            throw new ChangedMeanwhile(
                    "La conclusion a été enregistrée depuis une autre fenêtre pendant que vous l'aviez ouverte ici. "
                            + "Choisissez celle à garder.",
                    List.of(
                            new Difference("Date de la visite", inWords(savedDay), inWords(visitedOn)),
                            new Difference("Conclusion", saved, conclusion.strip())));
        }
        audit.note(actor.id(), visitedOn, conclusion);
        return audits.saveAndFlush(audit).version();
    }

    private static String inWords(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Hands the draft over to the team; from here on the auditor waits for its reply. */
    public void conclude(Actor actor, EvaluationId id) {
        Held held = gate.hold(actor, id);
        DraftCheck check = gate.check(held.evaluation());
        held.audit()
                .conclude(
                        actor.id(),
                        check,
                        ties.of(held.evaluation(), held.audit(), actor.id()),
                        gate.today(),
                        clock.instant());
        trail.record(
                actor.inPerson(),
                Event.on(id, "Audit", "Rapport provisoire remis à l'équipe")
                        .change(
                                null,
                                check.ratings().size() + " cotations, "
                                        + check.findings().size() + " constats"));
        process.concluded(id, actor);
    }

    static String subject(String criterion, Place place) {
        return criterion + " · " + place.title();
    }
}
