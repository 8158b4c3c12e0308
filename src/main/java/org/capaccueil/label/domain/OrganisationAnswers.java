package org.capaccueil.label.domain;

import java.util.List;
import java.util.Optional;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a team's label can be tested, as far as it depends on another team's audit. */
@Service
@Transactional
public class OrganisationAnswers {

    /** How what is rated once for the organisation stands, and with that the way the process goes on. */
    public enum State {
        /** Nothing more will come: it is rated for good, it is the team's own, or nobody rates it any more. */
        SETTLED,
        /** The audit of the team that answers is not concluded. */
        AWAITED
    }

    private final Evaluations evaluations;
    private final Standards standards;
    private final Audits audits;
    private final LabelProcess process;

    OrganisationAnswers(Evaluations evaluations, Standards standards, Audits audits, LabelProcess process) {
        this.evaluations = evaluations;
        this.standards = standards;
        this.audits = audits;
        this.process = process;
    }

    @Transactional(readOnly = true)
    public State state(EvaluationId id) {
        EvaluationView evaluation = evaluations.get(id);
        return answering(evaluation)
                        .filter(other -> other.isOpen() && !isConcluded(other.id()))
                        .isPresent()
                ? State.AWAITED
                : State.SETTLED;
    }

    /** Its audit is concluded, or it was cancelled. Done again it only makes them look once more. */
    public void tellWaitingTeams(EvaluationId id) {
        EvaluationView evaluation = evaluations.get(id);
        if (evaluation.answersForOrganisation()) {
            process.organisationNews(evaluation.campaign());
        }
    }

    /** The other evaluation whose answers count for this one, where its standard asks for any. */
    private Optional<EvaluationView> answering(EvaluationView evaluation) {
        boolean asked = standards.content(evaluation.standard()).criteria().stream()
                .anyMatch(criterion -> criterion.scope() == Scope.ORGANISATION);
        if (!asked || evaluation.answersForOrganisation()) {
            return Optional.empty();
        }
        return Optional.ofNullable(evaluations
                .answeringForOrganisation(List.of(evaluation.campaign()))
                .get(evaluation.campaign()));
    }

    private boolean isConcluded(EvaluationId id) {
        return audits.summary(id)
                .map(Audits.Summary::status)
                .filter(Audits.Status.CLOSED::equals)
                .isPresent();
    }
}
