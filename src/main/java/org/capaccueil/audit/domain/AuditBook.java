package org.capaccueil.audit.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.Auditing;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.Visitors;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other rooms about audits, and opens an evaluation to the auditor it was given to. */
@Service
@Transactional(readOnly = true)
class AuditBook implements Audits, Auditing, Visitors {

    private final AuditFiles audits;
    private final AuditRatings ratings;
    private final AuditFindings findings;
    private final IndependenceDeclarations declarations;
    private final Evaluations evaluations;
    private final Standards standards;

    AuditBook(
            AuditFiles audits,
            AuditRatings ratings,
            AuditFindings findings,
            IndependenceDeclarations declarations,
            Evaluations evaluations,
            Standards standards) {
        this.audits = audits;
        this.ratings = ratings;
        this.findings = findings;
        this.declarations = declarations;
        this.evaluations = evaluations;
        this.standards = standards;
    }

    @Override
    public Optional<Summary> summary(EvaluationId evaluation) {
        return audits.findById(evaluation.value()).map(Audit::summary);
    }

    @Override
    public List<Declaration> declarations(EvaluationId evaluation) {
        return declarations.findByEvaluationIdOrderBySignedAt(evaluation.value()).stream()
                .map(IndependenceDeclaration::view)
                .toList();
    }

    @Override
    public List<Rating> ratings(EvaluationId evaluation) {
        EvaluationView view = evaluations.get(evaluation);
        List<String> order = standards.content(view.standard()).criteria().stream()
                .map(Criterion::code)
                .toList();
        return ratings.findByEvaluationId(evaluation.value()).stream()
                .map(AuditRating::view)
                .sorted(Comparator.comparing((Rating rating) -> order.indexOf(rating.criterion()))
                        .thenComparing(Rating::place))
                .toList();
    }

    @Override
    public List<Finding> findings(EvaluationId evaluation) {
        return inWords(evaluation, true);
    }

    @Override
    public List<Finding> withdrawnFindings(EvaluationId evaluation) {
        return inWords(evaluation, false);
    }

    private List<Finding> inWords(EvaluationId evaluation, boolean standing) {
        boolean replied = audits.findById(evaluation.value())
                .map(Audit::status)
                .filter(status -> status.compareTo(Status.RIGHT_OF_REPLY) > 0)
                .isPresent();
        return findings.findByEvaluationIdOrderByNumber(evaluation.value()).stream()
                .filter(finding -> finding.isStanding() == standing)
                .map(finding -> finding.view(replied))
                .toList();
    }

    @Override
    public boolean mayVisit(PersonId person, EvaluationId evaluation) {
        return audits.existsByEvaluationIdAndAuditorId(evaluation.value(), person.value());
    }

    @Override
    public boolean hasAudited(PersonId person, Collection<EvaluationId> evaluations) {
        return audits.existsByEvaluationIdInAndAuditorId(keys(evaluations), person.value());
    }

    @Override
    public Map<EvaluationId, Summary> summaries(Collection<EvaluationId> ids) {
        return audits.findAllById(keys(ids)).stream().collect(Collectors.toMap(Audit::evaluation, Audit::summary));
    }

    @Override
    public Map<EvaluationId, List<Rating>> ratingsOf(Collection<EvaluationId> ids) {
        Map<EvaluationId, List<Rating>> found = ratings.findByEvaluationIdIn(keys(ids)).stream()
                .collect(Collectors.groupingBy(
                        AuditRating::evaluation, Collectors.mapping(AuditRating::view, Collectors.toList())));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }

    @Override
    public Map<EvaluationId, List<Finding>> findingsOf(Collection<EvaluationId> ids) {
        Map<EvaluationId, Summary> known = summaries(ids);
        Map<EvaluationId, List<Finding>> found = findings.findByEvaluationIdInOrderByNumber(keys(ids)).stream()
                .filter(AuditFinding::isStanding)
                .collect(Collectors.groupingBy(
                        AuditFinding::evaluation,
                        Collectors.mapping(
                                finding -> finding.view(isReplied(known.get(finding.evaluation()))),
                                Collectors.toList())));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }

    private static boolean isReplied(@Nullable Summary audit) {
        return audit != null && audit.status().compareTo(Status.RIGHT_OF_REPLY) > 0;
    }

    private static List<UUID> keys(Collection<EvaluationId> ids) {
        return ids.stream().map(EvaluationId::value).toList();
    }
}
