package org.capaccueil.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A reception team as other rooms see it.
 *
 * @param yearlyContacts contacts a year over all points and channels, the weight of the team in the commune's score
 * @param channels the channels at least one point of the team opens, in the usual order
 * @param closing null while the team is open, and for one closed before that was noted
 */
public record TeamView(
        TeamId id,
        CommuneId commune,
        String code,
        String name,
        int yearlyContacts,
        boolean active,
        Set<Channel> channels,
        List<PointView> points,
        List<MemberView> members,
        long version,
        @Nullable Closing closing) {

    /**
     * When and why a team was closed.
     *
     * @param successor the team it was merged into, null when it has none
     */
    public record Closing(LocalDate on, String reason, @Nullable TeamId successor) {}

    /**
     * A place or a line where residents are received.
     *
     * @param main whether it is the main point of the whole commune
     */
    public record PointView(UUID id, String name, String address, Set<Channel> channels, boolean main) {}

    /** Somebody of the team. */
    public record MemberView(PersonId person, boolean lead) {}

    public boolean hasMember(PersonId person) {
        return members.stream().anyMatch(member -> member.person().equals(person));
    }

    public boolean isLead(PersonId person) {
        return members.stream().anyMatch(member -> member.person().equals(person) && member.lead());
    }
}
