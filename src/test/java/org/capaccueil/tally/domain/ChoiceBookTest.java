package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ChoiceBookTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    ChoiceBook book;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Actor manager;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
    }

    private List<String> offered(ChoiceKind kind) {
        return book.all(manager).stream()
                .filter(choice -> choice.kind() == kind && choice.isOffered())
                .map(ChoiceView::code)
                .toList();
    }

    private ChoiceView choice(String code) {
        return book.all(manager).stream()
                .filter(one -> one.code().equals(code) && one.kind() == ChoiceKind.SUBJECT)
                .findFirst()
                .orElseThrow();
    }

    private List<String> journal() {
        return jdbc.sql(
                        "select action || ' ' || subject from trail_entry where actor_id = ? and subject like 'Recueil%' order by id")
                .param(town.manager().value())
                .query(String.class)
                .list();
    }

    @Test
    void everyCommuneBeginsWithTheReasonsOfTheSurveyOfResidents() {
        assertThat(offered(ChoiceKind.SUBJECT))
                .containsExactly("ETAT-CIVIL", "ENFANCE", "SOCIAL", "LOGEMENT", "CADRE-DE-VIE", "VIE-LOCALE", "AUTRE");
        assertThat(offered(ChoiceKind.ORIENTATION))
                .containsExactly("MAIRIE", "CCAS", "ADMINISTRATION", "ASSOCIATION", "AUTRE");
    }

    @Test
    void aSubjectIsAddedMovedRenamedArchivedAndBroughtBackAndTheJournalSaysSo() {
        UUID id = book.add(manager, ChoiceKind.SUBJECT, "ELECTIONS", "Élections");
        book.move(manager, id, true);
        book.rename(manager, id, choice("ELECTIONS").version(), "Élections, recensement");
        book.archive(manager, choice("AUTRE").id());
        book.bringBack(manager, choice("AUTRE").id());

        assertThat(offered(ChoiceKind.SUBJECT)).endsWith("VIE-LOCALE", "ELECTIONS", "AUTRE");
        assertThat(choice("ELECTIONS").label()).isEqualTo("Élections, recensement");
        assertThat(journal())
                .containsExactly(
                        "Ajouté Recueil · Sujet ELECTIONS",
                        "Monté Recueil · Sujet ELECTIONS",
                        "Renommé Recueil · Sujet ELECTIONS",
                        "Archivé Recueil · Sujet AUTRE",
                        "Remis dans la liste Recueil · Sujet AUTRE");
    }

    @Test
    void twoWhoRenameAtOnceSeeBothWords() {
        ChoiceView read = choice("SOCIAL");
        book.rename(manager, read.id(), read.version(), "Aide sociale");

        assertThatThrownBy(() -> book.rename(manager, read.id(), read.version(), "CCAS et social"))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .singleElement()
                        .satisfies(difference -> {
                            assertThat(difference.saved()).isEqualTo("Aide sociale");
                            assertThat(difference.yours()).isEqualTo("CCAS et social");
                        }));
    }

    @Test
    void twinsBadCodesAndAnEmptyListAreRefused() {
        assertThatThrownBy(() -> book.add(manager, ChoiceKind.SUBJECT, "AUTRE", "Encore"))
                .hasMessageContaining("déjà pris");
        assertThatThrownBy(() -> book.add(manager, ChoiceKind.SUBJECT, "AUTRE-2", " autre "))
                .hasMessageContaining("se confondent");
        assertThatThrownBy(() -> book.add(manager, ChoiceKind.SUBJECT, "état civil", "Essai"))
                .hasMessageContaining("lettres majuscules");
        assertThatThrownBy(() -> book.add(manager, ChoiceKind.SUBJECT, "LONG", "a".repeat(41)))
                .hasMessageContaining("40 caractères");
        for (int n = 0; n < 5; n++) {
            book.add(manager, ChoiceKind.SUBJECT, "S" + n, "Sujet " + n);
        }
        assertThatThrownBy(() -> book.add(manager, ChoiceKind.SUBJECT, "S6", "Sujet 6"))
                .hasMessageContaining("déjà 12 choix");
        List<ChoiceView> orientations = book.all(manager).stream()
                .filter(choice -> choice.kind() == ChoiceKind.ORIENTATION)
                .toList();
        orientations.subList(1, orientations.size()).forEach(choice -> book.archive(manager, choice.id()));
        assertThatThrownBy(() -> book.archive(manager, orientations.get(0).id()))
                .hasMessageContaining("dernier choix");
    }

    @Test
    void onlyItsQualityManagersKeepTheListOfACommune() {
        UUID theirs = book.all(fixtures.actor(fixtures.town().manager())).get(0).id();

        assertThatThrownBy(() -> book.archive(manager, theirs)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> book.all(fixtures.actor(town.agent()))).isInstanceOf(NotAllowed.class);
    }
}
