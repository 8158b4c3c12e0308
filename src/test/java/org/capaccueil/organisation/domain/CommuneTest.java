package org.capaccueil.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.junit.jupiter.api.Test;

class CommuneTest {

    private final Commune alps = organisation(OrganisationKind.METROPOLE, "Métropole des Alpes");
    private final Commune valley = organisation(OrganisationKind.METROPOLE, "Pays de la Vallée");
    private final Commune town = organisation(OrganisationKind.COMMUNE, "Échirolles");

    private static Commune organisation(OrganisationKind kind, String name) {
        return new Commune(CommuneId.random(), kind, name, name, 10_000);
    }

    @Test
    void aCommuneJoinsAMetropoleAndLeavesItAgain() {
        town.moveUnder(List.of(alps));
        assertThat(town.view().parent()).isEqualTo(alps.view().id());

        town.moveUnder(List.of());
        assertThat(town.view().parent()).isNull();
    }

    @Test
    void aCommuneHasNoMembers() {
        assertThatThrownBy(() -> valley.moveUnder(List.of(town)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("n'a pas de membres");
    }

    @Test
    void nothingIsEverBelowItself() {
        assertThatThrownBy(() -> alps.moveUnder(List.of(alps))).hasMessageContaining("elle-même");

        valley.moveUnder(List.of(alps));
        assertThatThrownBy(() -> alps.moveUnder(List.of(valley, alps)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("en fait partie")
                .extracting(refusal -> ((BusinessRefusal) refusal).field())
                .isEqualTo("parent");
        assertThat(alps.view().parent()).isNull();
    }

    @Test
    void whoHasMembersOrPeopleStays() {
        assertThatThrownBy(() -> alps.requireRemovable(2, false)).hasMessageContaining("encore 2 membres");
        assertThatThrownBy(() -> town.requireRemovable(0, true)).hasMessageContaining("doivent rester lisibles");
        valley.requireRemovable(0, false);
    }
}
