package org.capaccueil.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose right somebody acts who stands in for somebody else. */
class ActingTest {

    private static final TeamId TEAM = TeamId.random();
    private static final TeamId OTHER = TeamId.random();

    private final AbsentPerson lead = absent("Éloïse Bœuf", Set.of(Role.AGENT, Role.TEAM_LEAD), TEAM);
    private final AbsentPerson director = absent("Philippe Roche", Set.of(Role.LEADERSHIP));
    private final Actor karim = new Actor(
            PersonId.random(),
            "Karim Haddad",
            CommuneId.random(),
            new Rights(Set.of(Role.AGENT), Set.of(TEAM, OTHER), Set.of(OTHER)),
            List.of(lead, director));

    @Test
    void theAbsentPersonIsNamedWhenAndOnlyWhenTheRightIsNotOnesOwn() {
        assertThat(karim.asMemberOf(TEAM).inWords()).isEqualTo("Karim Haddad");
        assertThat(karim.asLeadOf(OTHER).inWords()).isEqualTo("Karim Haddad");
        assertThat(karim.asLeadOf(TEAM).inWords()).isEqualTo("Karim Haddad, en remplacement d'Éloïse Bœuf");
        assertThat(karim.as(Role.LEADERSHIP).inWords()).isEqualTo("Karim Haddad, en remplacement de Philippe Roche");
        assertThat(karim.inPerson().inWords()).isEqualTo("Karim Haddad");
    }

    @Test
    void aSignatureNamesTheCapacityOfTheAbsentPerson() {
        assertThat(karim.as(Role.LEADERSHIP).capacity("Agent d'accueil"))
                .isEqualTo("par suppléance de Philippe Roche (Fonction de Philippe Roche)");
        assertThat(karim.inPerson().capacity("Agent d'accueil")).isEqualTo("Agent d'accueil");
    }

    @Test
    void whatNobodyLendsIsRefused() {
        assertThatThrownBy(() -> karim.as(Role.QUALITY_MANAGER)).isInstanceOf(NotAllowed.class);
        assertThat(karim.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.TEAM_LEAD, Role.LEADERSHIP);
        assertThat(karim.leads()).containsExactlyInAnyOrder(TEAM, OTHER);
        assertThat(karim.own().leads()).containsExactly(OTHER);
    }

    @Test
    void aSeparationOfDutiesHoldsForTheActorAndForTheOneInWhoseRightTheyAct() {
        Acting acting = karim.as(Role.LEADERSHIP);

        assertThatThrownBy(() -> acting.hold(bar(karim.id()))).hasMessage("barred");
        assertThatThrownBy(() -> acting.hold(bar(director.id())))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("en remplacement de Philippe Roche");
        assertThatCode(() -> acting.hold(bar(lead.id())))
                .as("whom this act is not done for")
                .doesNotThrowAnyException();
        assertThatCode(() -> karim.inPerson().hold(bar(director.id()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Éloïse, d'Éloïse",
        "Hélène, d'Hélène",
        "Œdipe, d'Œdipe",
        "Yves, d'Yves",
        "Yasmine, de Yasmine",
        "Karim, de Karim"
    })
    void aNameIsElidedAsItIsSpoken(String name, String words) {
        assertThat(absent(name, Set.of()).ofName()).isEqualTo(words);
    }

    private static Consumer<PersonId> bar(PersonId barred) {
        return person -> {
            if (person.equals(barred)) {
                throw new NotAllowed("barred");
            }
        };
    }

    private static AbsentPerson absent(String name, Set<Role> roles, TeamId... leads) {
        return new AbsentPerson(
                PersonId.random(),
                name,
                "Fonction de " + name,
                new Rights(roles, Set.of(leads), Set.of(leads)),
                LocalDate.of(2027, 5, 7));
    }
}
