package org.capaccueil.reorganisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.reorganisation.domain.Fate;
import org.capaccueil.reorganisation.domain.Occasion;
import org.capaccueil.reorganisation.domain.TeamMerges;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;

/** A town whose team merges into another one, with people of its own. */
record TwoTeams(Town town, TeamId other, PersonId otherLead, PersonId otherAgent) {

    static final String REASON = "Un seul guichet pour le centre";

    static TwoTeams in(Fixtures fixtures) {
        Town town = fixtures.town();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        PersonId lead = fixtures.person(town.commune(), "Samira Cheffe", mark, "Responsable de l'accueil sud");
        PersonId agent = fixtures.person(town.commune(), "Yves Agent", mark, "Agent d'accueil");
        TeamId other = fixtures.team(town.manager(), "SUD" + mark, "Accueil sud " + mark, lead, agent);
        return new TwoTeams(town, other, lead, agent);
    }

    /** The people who act for the absorbed team once it is merged; the lead stands in for both. */
    Town successor() {
        return new Town(
                town.commune(), town.manager(), otherLead, otherLead, town.leadership(), town.auditor(), town.team());
    }

    TeamId merge(TeamMerges merges, Actor manager, Set<EvaluationId> stopped, Map<EvaluationId, EvaluationId> next) {
        String seen = merges.preview(manager, town.team(), other, false).seen();
        return merges.merge(manager, town.team(), other, null, false, fate(stopped, next, seen));
    }

    static Fate fate(Set<EvaluationId> stopped, Map<EvaluationId, EvaluationId> next, String seen) {
        return new Fate(new Occasion(LocalDate.now(PublicTime.ZONE), REASON, seen), stopped, next);
    }
}
