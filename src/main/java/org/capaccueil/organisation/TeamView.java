package org.capaccueil.organisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * A reception team as other rooms see it.
 *
 * @param yearlyContacts contacts a year over all points and channels, the weight of the team in the commune's score
 * @param channels the channels at least one point of the team opens, in the usual order
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
        long version) {

    /** A place or a line where residents are received. */
    public record PointView(UUID id, String name, String address, Set<Channel> channels) {}

    /** Somebody of the team. */
    public record MemberView(PersonId person, boolean lead) {}

    public boolean hasMember(PersonId person) {
        return members.stream().anyMatch(member -> member.person().equals(person));
    }
}
