package org.capaccueil.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.TeamView.Closing;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;

class ReceptionTeamTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    final ReceptionTeam team = new ReceptionTeam(TeamId.random(), CommuneId.random(), "ACC", "Accueil", 12_000);

    @Test
    void theChannelsOfATeamAreThoseOfItsPointsInTheUsualOrder() {
        team.openPoint("Standard", "04 76 00 00 00", Set.of(Channel.MAIL, Channel.PHONE), DAY);
        team.openPoint("Mairie", "Place", Set.of(Channel.PHONE, Channel.COUNTER), DAY);

        assertThat(team.view().channels()).containsExactly(Channel.COUNTER, Channel.PHONE, Channel.MAIL);
    }

    @Test
    void aPointWithoutChannelCannotBeOpened() {
        assertThatThrownBy(() -> team.openPoint("Mairie", "Place", Set.of(), DAY))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("channels"));
        assertThat(team.view().points()).isEmpty();
    }

    @Test
    void aPointCannotLoseItsLastChannel() {
        UUID point = team.openPoint("Mairie", "Place", Set.of(Channel.COUNTER), DAY);

        assertThatThrownBy(() -> team.describePoint(point, "Mairie", "Place", Set.of(), DAY))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(team.view().channels()).containsExactly(Channel.COUNTER);
    }

    @Test
    void aChannelIsAsOldAsTheFirstPointThatHasHadItWithoutABreak() {
        UUID mairie = team.openPoint("Mairie", "Place", Set.of(Channel.COUNTER, Channel.MAIL), DAY);
        team.openPoint("Annexe", "Rue", Set.of(Channel.COUNTER), DAY.plusDays(1));
        team.describePoint(mairie, "Mairie", "Place", Set.of(Channel.COUNTER), DAY.plusDays(2));
        team.describePoint(mairie, "Mairie", "Place", Set.of(Channel.COUNTER, Channel.MAIL), DAY.plusDays(3));

        assertThat(team.channelsSince()).isEqualTo(Map.of(Channel.COUNTER, DAY, Channel.MAIL, DAY.plusDays(3)));
    }

    @Test
    void aPointThatIsGoneCanBeNeitherChangedNorClosedAgain() {
        UUID point = team.openPoint("Mairie", "Place", Set.of(Channel.COUNTER), DAY);
        team.closePoint(point);

        assertThatThrownBy(() -> team.closePoint(point)).hasMessageContaining("n'existe plus");
        assertThatThrownBy(() -> team.describePoint(point, "M", "P", Set.of(Channel.MAIL), DAY))
                .hasMessageContaining("n'existe plus");
        assertThat(team.view().channels()).isEmpty();
    }

    @Test
    void enrollingAgainChangesWhoLeadsAndAddsNobodyTwice() {
        PersonId person = PersonId.random();
        team.enrol(person, false, DAY);
        team.enrol(person, true, DAY);

        assertThat(team.view().members()).containsExactly(new MemberView(person, true));
    }

    @Test
    void somebodyReleasedIsNoMember() {
        PersonId person = PersonId.random();
        team.enrol(person, true, DAY);
        team.release(person, DAY);

        assertThat(team.view().hasMember(person)).isFalse();
    }

    @Test
    void aClosedTeamIsInactiveUntilItIsReopened() {
        team.close(DAY, "Locaux fermés");
        assertThat(team.view().active()).isFalse();
        team.reopen();
        assertThat(team.view().active()).isTrue();
    }

    @Test
    void aMergedTeamGivesItsMembersAndItsWeightToTheOtherAndStaysClosed() {
        ReceptionTeam other = new ReceptionTeam(TeamId.random(), CommuneId.random(), "SUD", "Accueil sud", 3_000);
        PersonId lead = PersonId.random();
        PersonId both = PersonId.random();
        PersonId otherLead = PersonId.random();
        team.enrol(lead, true, DAY);
        team.enrol(both, false, DAY);
        other.enrol(both, false, DAY);
        other.enrol(otherLead, true, DAY);

        team.mergeInto(other, DAY.plusDays(9), "Un seul guichet", false);

        assertThat(other.view().members())
                .containsExactlyInAnyOrder(
                        new MemberView(lead, false), new MemberView(both, false), new MemberView(otherLead, true));
        assertThat(other.view().yearlyContacts()).isEqualTo(15_000);
        assertThat(team.view().members()).isEmpty();
        assertThat(team.view().active()).isFalse();
        assertThat(team.view().closing())
                .isEqualTo(new Closing(
                        DAY.plusDays(9), "Un seul guichet", other.view().id()));
        assertThatThrownBy(team::reopen).hasMessageContaining("fusionnée");
        assertThatThrownBy(() -> team.mergeInto(other, DAY, "Encore", false)).hasMessageContaining("fermée");
    }

    @Test
    void theLeadsOfAMergedTeamLeadOnWhereThatIsWanted() {
        ReceptionTeam other = new ReceptionTeam(TeamId.random(), CommuneId.random(), "SUD", "Accueil sud", 3_000);
        PersonId lead = PersonId.random();
        team.enrol(lead, true, DAY);

        team.mergeInto(other, DAY, "Un seul guichet", true);

        assertThat(other.view().members()).containsExactly(new MemberView(lead, true));
    }

    @Test
    void aMergeThatWouldLeaveNobodyToLeadIsRefused() {
        ReceptionTeam other = new ReceptionTeam(TeamId.random(), CommuneId.random(), "SUD", "Accueil sud", 3_000);
        team.enrol(PersonId.random(), true, DAY);

        assertThatThrownBy(() -> team.mergeInto(other, DAY, "Un seul guichet", false))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("keepLeads"));
    }

    @Test
    void aTeamDoesNotMergeWithItself() {
        team.enrol(PersonId.random(), true, DAY);
        assertThatThrownBy(() -> team.mergeInto(team, DAY, "Erreur", true)).hasMessageContaining("elle-même");
    }
}
