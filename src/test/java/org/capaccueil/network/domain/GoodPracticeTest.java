package org.capaccueil.network.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;

class GoodPracticeTest {

    private static final Instant NOW = Instant.parse("2027-03-12T08:00:00Z");

    static PracticeText text(String result, BigDecimal figure, String unit) {
        return new PracticeText(
                "Un seul numéro",
                "Les appels se perdaient.",
                "Un numéro unique et un débordement.",
                result,
                figure,
                unit,
                Set.of(Channel.PHONE, Channel.COUNTER),
                "Accès",
                "ACC-1");
    }

    private final GoodPractice practice =
            new GoodPractice(CommuneId.random(), text("Neuf appels sur dix.", new BigDecimal("92.5"), "%"), null, NOW);

    @Test
    void whatIsSharedKeepsItsTextChannelsAndFigure() {
        practice.share(NOW);

        PracticeView view = practice.view();
        assertThat(view.state()).isEqualTo(PracticeState.SHARED);
        assertThat(view.sharedAt()).isEqualTo(NOW);
        assertThat(view.text()).isEqualTo(text("Neuf appels sur dix.", new BigDecimal("92.5"), "%"));
    }

    @Test
    void aDraftMayHaveGapsButIsNotSharedWithThem() {
        GoodPractice draft = new GoodPractice(CommuneId.random(), text("", null, ""), null, NOW);

        assertThatThrownBy(() -> draft.share(NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("result"));
        assertThat(draft.view().isDraft()).isTrue();
    }

    @Test
    void aFigureWithoutItsUnitIsRefused() {
        assertThatThrownBy(() -> practice.change(text("Mieux", BigDecimal.ONE, " "), NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("unit"));
    }

    @Test
    void aSharedTextThatChangesIsAnotherEdition() {
        practice.change(text("Huit sur dix.", null, ""), NOW);
        assertThat(practice.view().edition()).isEqualTo(1);
        practice.share(NOW);
        practice.change(text("Neuf sur dix.", null, ""), NOW);
        assertThat(practice.view().edition()).isEqualTo(2);
        assertThatThrownBy(() -> practice.change(text("", null, ""), NOW)).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void itIsWithdrawnWithAReasonAndThenNeitherChangedNorAdopted() {
        assertThatThrownBy(() -> practice.withdraw("Trop cher", NOW)).isInstanceOf(StepNoLongerOpen.class);
        practice.share(NOW);
        assertThatThrownBy(() -> practice.withdraw(" ", NOW)).isInstanceOf(BusinessRefusal.class);
        practice.withdraw("Trop cher", NOW);
        assertThat(practice.view().withdrawnBecause()).isEqualTo("Trop cher");
        assertThatThrownBy(practice::requireAdoptable).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> practice.change(text("Autre", null, ""), NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> practice.share(NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void namesOfThePeopleAreFoundWholeAndTakenOut() {
        NamedPeople people = new NamedPeople(List.of("Éloïse Bœuf", "Ana Li"));

        assertThat(people.in(Stream.of("Rien", "Une idée d'éloïse bœuf."))).contains("Éloïse Bœuf");
        assertThat(people.in(Stream.of("Le bilan a lieu à Lille, Diana Lisait.")))
                .isEmpty();
        assertThat(people.outOf("Posé par Éloïse Bœuf.")).isEqualTo("Posé par une personne de l'équipe.");
    }
}
