package org.capaccueil.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;

class ReceptionTeamTest {

    final ReceptionTeam team = new ReceptionTeam(TeamId.random(), CommuneId.random(), "ACC", "Accueil", 12_000);

    @Test
    void theChannelsOfATeamAreThoseOfItsPointsInTheUsualOrder() {
        team.openPoint("Standard", "04 76 00 00 00", Set.of(Channel.MAIL, Channel.PHONE));
        team.openPoint("Mairie", "Place", Set.of(Channel.PHONE, Channel.COUNTER));

        assertThat(team.view().channels()).containsExactly(Channel.COUNTER, Channel.PHONE, Channel.MAIL);
    }

    @Test
    void aPointWithoutChannelCannotBeOpened() {
        assertThatThrownBy(() -> team.openPoint("Mairie", "Place", Set.of()))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("channels"));
        assertThat(team.view().points()).isEmpty();
    }

    @Test
    void aPointCannotLoseItsLastChannel() {
        UUID point = team.openPoint("Mairie", "Place", Set.of(Channel.COUNTER));

        assertThatThrownBy(() -> team.describePoint(point, "Mairie", "Place", Set.of()))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(team.view().channels()).containsExactly(Channel.COUNTER);
    }

    @Test
    void aPointThatIsGoneCanBeNeitherChangedNorClosedAgain() {
        UUID point = team.openPoint("Mairie", "Place", Set.of(Channel.COUNTER));
        team.closePoint(point);

        assertThatThrownBy(() -> team.closePoint(point)).hasMessageContaining("n'existe plus");
        assertThatThrownBy(() -> team.describePoint(point, "M", "P", Set.of(Channel.MAIL)))
                .hasMessageContaining("n'existe plus");
        assertThat(team.view().channels()).isEmpty();
    }

    @Test
    void enrollingAgainChangesWhoLeadsAndAddsNobodyTwice() {
        PersonId person = PersonId.random();
        team.enrol(person, false);
        team.enrol(person, true);

        assertThat(team.view().members()).containsExactly(new MemberView(person, true));
    }

    @Test
    void somebodyReleasedIsNoMember() {
        PersonId person = PersonId.random();
        team.enrol(person, true);
        team.release(person);

        assertThat(team.view().hasMember(person)).isFalse();
    }

    @Test
    void aClosedTeamIsInactiveUntilItIsReopened() {
        team.deactivate();
        assertThat(team.view().active()).isFalse();
        team.reactivate();
        assertThat(team.view().active()).isTrue();
    }
}
