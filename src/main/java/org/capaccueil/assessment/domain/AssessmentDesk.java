package org.capaccueil.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Component;

/** Who may fill a self-assessment, asked before anything in it changes. */
@Component
class AssessmentDesk {

    private final SelfAssessmentFiles assessments;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Organisation organisation;

    AssessmentDesk(
            SelfAssessmentFiles assessments, Evaluations evaluations, Standards standards, Organisation organisation) {
        this.assessments = assessments;
        this.evaluations = evaluations;
        this.standards = standards;
        this.organisation = organisation;
    }

    /** The team's evaluation, with its own sheet open and held open until this transaction ends. */
    EvaluationView toFill(Actor actor, EvaluationId id) {
        return held(actor, id, SelfAssessment::requireOpen);
    }

    /** The same while the self-assessment is anywhere in the team's hands. */
    EvaluationView toGiveEvidence(Actor actor, EvaluationId id) {
        return held(actor, id, SelfAssessment::requireInTheTeamsHands);
    }

    /** The same while every member rates alone. */
    EvaluationView toRateAlone(Actor actor, EvaluationId id) {
        EvaluationView evaluation = held(actor, id, SelfAssessment::requireIndividual);
        requireMember(actor, evaluation);
        requireStillMember(actor, evaluation);
        return evaluation;
    }

    /** Asked once the sheet is held: whoever was taken out of the team meanwhile leaves no answer behind. */
    private void requireStillMember(Actor actor, EvaluationView evaluation) {
        if (!organisation.inChargeOf(evaluation.team()).hasMember(actor.id())) {
            throw new NotAllowed("Vous ne faites plus partie de l'équipe « " + evaluation.teamName()
                    + " » : cette réponse n'est pas enregistrée.");
        }
    }

    /** What each member thinks is nobody else's to say, not even a substitute's. */
    static void requireMember(Actor actor, EvaluationView evaluation) {
        if (!actor.own().teams().contains(evaluation.team())) {
            throw new NotAllowed("Chaque membre de l'équipe « " + evaluation.teamName() + " » cote pour lui-même : "
                    + "cette part ne se fait pas en remplacement. Elle attend le retour de la personne absente, et la "
                    + "mise en commun peut commencer sans elle.");
        }
    }

    /** The same while the members agree. */
    EvaluationView toAgree(Actor actor, EvaluationId id) {
        return held(actor, id, SelfAssessment::requireConsensus);
    }

    /** The same, and nobody else agrees on anything meanwhile: many points are decided together. */
    EvaluationView toAdopt(Actor actor, EvaluationId id) {
        return held(actor, id, assessments::toDecide, SelfAssessment::requireConsensus);
    }

    private EvaluationView held(Actor actor, EvaluationId id, Consumer<SelfAssessment> guard) {
        return held(actor, id, assessments::toFill, guard);
    }

    private EvaluationView held(
            Actor actor,
            EvaluationId id,
            Function<UUID, Optional<SelfAssessment>> hold,
            Consumer<SelfAssessment> guard) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!actor.belongsTo(evaluation.team())) {
            throw new NotAllowed("Seuls les membres de l'équipe « " + evaluation.teamName()
                    + " » remplissent son autoévaluation. Vous pouvez la lire.");
        }
        requireOpen(evaluation);
        guard.accept(hold.apply(id.value()).orElseThrow(NotFound::new));
        return evaluation;
    }

    /** The evaluation, with what each member answered alone within reach: nobody else's business, whatever their role. */
    EvaluationView ofOwnTeam(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!actor.belongsTo(evaluation.team())) {
            throw new NotAllowed(
                    "Les cotations individuelles restent entre les membres de l'équipe « " + evaluation.teamName()
                            + " ». Vous pouvez lire les valeurs qu'elle retient dans son autoévaluation.");
        }
        return evaluation;
    }

    /** @param deed what the lead alone does: « soumet l'autoévaluation » */
    void requireLead(Actor actor, EvaluationView evaluation, String deed) {
        if (!actor.leads(evaluation.team())) {
            List<String> leads = leadsOf(evaluation);
            throw new NotAllowed("Le responsable de l'équipe " + deed
                    + (leads.isEmpty() ? "." : " : " + String.join(", ", leads) + "."));
        }
    }

    /** The names of those who can decide for the team. */
    List<String> leadsOf(EvaluationView evaluation) {
        Set<PersonId> leads = organisation.inChargeOf(evaluation.team()).members().stream()
                .filter(TeamView.MemberView::lead)
                .map(TeamView.MemberView::person)
                .collect(Collectors.toSet());
        return organisation.people(leads).values().stream()
                .map(PersonView::name)
                .sorted()
                .toList();
    }

    /** The evaluation, for a decision on the whole self-assessment. */
    EvaluationView toDecide(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        requireOpen(evaluation);
        return evaluation;
    }

    private static void requireOpen(EvaluationView evaluation) {
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen();
        }
    }

    /** How many answers this team's self-assessment has. */
    int expected(EvaluationView evaluation) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .mapToInt(question -> question.places().size())
                .sum();
    }

    /** The question, if the team is asked it at this place. */
    Question questionAt(EvaluationView evaluation, String code, Place place) {
        Question question = question(evaluation, code);
        if (!question.places().contains(place)) {
            throw new NotFound();
        }
        return question;
    }

    /** The criterion as it is put to this team. */
    Question question(EvaluationView evaluation, String code) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .filter(question -> question.criterion().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
