package org.capaccueil.campaign.domain;

import java.util.Collection;
import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.MemberLeft;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PublicTime;
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
        List<EvaluationView> open = evaluations.ofTeams(organisation.inHandsOf(news.team())).values().stream()
                .flatMap(Collection::stream)
                .filter(EvaluationView::isOpen)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        requireAnotherLead(news);
        if (!news.joinsAnother()) {
            String what = "Une personne a quitté l'équipe le " + PublicTime.inWords(news.on())
                    + " : ce qu'elle a saisi avec l'équipe reste.";
            open.forEach(evaluation -> changes.note(news.actor(), evaluation.id(), news.on(), what, "", null));
        }
    }

    /** What only a lead may do would wait for nobody. */
    private void requireAnotherLead(MemberLeft news) {
        TeamView team = organisation.team(news.team());
        if (news.lead() && team.members().stream().noneMatch(MemberView::lead)) {
            throw new BusinessRefusal(organisation.person(news.person()).name()
                    + " est la seule personne responsable de l'équipe « " + team.name()
                    + " », dont une évaluation est en cours. Désignez d'abord un autre responsable, puis recommencez.");
        }
    }
}
