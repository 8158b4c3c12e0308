package org.capaccueil.campaign.domain;

import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.LeadSteppedDown;
import org.capaccueil.organisation.MemberLeft;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A team that is being evaluated keeps a lead, and its evaluation says, without a name, that somebody has left. */
@Component
class LeavingMembers {

    private final Organisation organisation;
    private final Evaluations evaluations;
    private final TeamChanges changes;

    LeavingMembers(Organisation organisation, Evaluations evaluations, TeamChanges changes) {
        this.organisation = organisation;
        this.evaluations = evaluations;
        this.changes = changes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(MemberLeft news) {
        List<EvaluationView> open = evaluations.openInHandsOf(news.team());
        if (open.isEmpty()) {
            return;
        }
        if (news.lead()) {
            requireAnotherLead(news.team(), news.person());
        }
        if (!news.joinsAnother()) {
            String what = "Une personne a quitté l'équipe le " + PublicTime.inWords(news.on())
                    + " : ce qu'elle a saisi avec l'équipe reste.";
            open.forEach(evaluation -> changes.note(news.actor(), evaluation.id(), news.on(), what, "", null));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(LeadSteppedDown news) {
        if (!evaluations.openInHandsOf(news.team()).isEmpty()) {
            requireAnotherLead(news.team(), news.person());
        }
    }

    /** What only a lead may do would wait for nobody. */
    private void requireAnotherLead(TeamId id, PersonId person) {
        TeamView team = organisation.team(id);
        if (team.members().stream().noneMatch(MemberView::lead)) {
            throw new BusinessRefusal(organisation.person(person).name()
                    + " est la seule personne responsable de l'équipe « " + team.name()
                    + " », dont une évaluation est en cours. Désignez d'abord un autre responsable, puis recommencez.");
        }
    }
}
