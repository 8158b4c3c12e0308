package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;

/**
 * What a launch will do: which teams are asked how much by when, and who cannot be told by e-mail.
 *
 * @param asksOrganisation whether the standard has criteria that are rated once for the whole organisation
 * @param organisationTeam the team that answers them for all
 * @param leadershipKnown whether somebody in the commune can sign plans and results
 * @param withoutEmail names of people concerned who have no e-mail: they have to be told another way
 */
public record LaunchPreview(
        CampaignView campaign,
        StandardVersionView standard,
        boolean asksOrganisation,
        @Nullable TeamId organisationTeam,
        List<Asked> teams,
        List<String> withoutEmail,
        boolean leadershipKnown,
        LocalDate today) {

    /** Steps a person carries out in a team's evaluation when nothing is sent back: collect to plan signature. */
    private static final int STEPS_A_TEAM = 10;

    /**
     * What one team is asked.
     *
     * @param ratings criterion x place pairs to rate
     */
    public record Asked(
            TeamId team,
            String name,
            Set<Channel> channels,
            boolean forOrganisation,
            int indicators,
            int criteria,
            int ratings,
            boolean hasLead,
            boolean active) {}

    public String standardTitle() {
        return standard.fullTitle();
    }

    public int tasks() {
        return teams.size() * STEPS_A_TEAM;
    }

    public int ratings() {
        return teams.stream().mapToInt(Asked::ratings).sum();
    }

    /** What has to be put right before a launch, in sentences; empty when nothing stands against it. */
    public List<String> blocking() {
        List<String> reasons = new ArrayList<>();
        if (!standard.published()) {
            reasons.add("Le référentiel « " + standardTitle() + " » "
                    + (standard.status() == StandardStatus.WITHDRAWN ? "est retiré" : "n'est pas publié")
                    + " : modifiez la campagne et choisissez-en un autre.");
        }
        if (teams.isEmpty()) {
            reasons.add("Choisissez au moins une équipe.");
        }
        if (campaign.deadlines().collection().isBefore(today)) {
            reasons.add("L'échéance de la collecte est déjà passée : choisissez une date à venir.");
        }
        if (!leadershipKnown) {
            reasons.add("Personne n'a le rôle « Direction » dans la commune : donnez-le à quelqu'un, sinon aucun plan "
                    + "d'action ne pourrait être signé.");
        }
        for (Asked team : teams) {
            if (!team.active()) {
                reasons.add("L'équipe « " + team.name() + " » est fermée : retirez-la de la campagne ou rouvrez-la.");
            } else if (team.channels().isEmpty()) {
                reasons.add("L'équipe « " + team.name() + " » n'a aucun canal : ajoutez-lui un point d'accueil.");
            } else if (!team.hasLead()) {
                reasons.add("L'équipe « " + team.name()
                        + " » n'a pas de responsable : désignez-en un, personne ne pourrait soumettre.");
            }
        }
        return reasons;
    }
}
