package org.capaccueil.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.indicator.exchange.DateOrder;
import org.capaccueil.indicator.exchange.TableForm;
import org.junit.jupiter.api.Test;

/** Kept recipes taken for other files of the same tool. */
class RecipeTest {

    private static final String TITLES = "Équipe;Mois;Appels";

    /** The lines above look like titles as well: a manager said once where the titles stand. */
    @Test
    void theTitlesAreLookedForWhereTheyStoodWhenTheRecipeWasKept() {
        byte[] file =
                ("Site;Mairie;2027\nPar;Nadia;hier\n" + TITLES + "\nACC;2027-01;3\n").getBytes(StandardCharsets.UTF_8);
        ImportRows.Named kept = named(recipe(form(false, ',', 3), "Appels"));

        assertThat(RecipeGuess.known(List.of(kept), file, form(false, ',', 1))).contains(kept);
        assertThat(RecipeGuess.fitted(kept.recipe(), file, form(false, ',', 1))
                        .form()
                        .headerLine())
                .isEqualTo(3);
    }

    @Test
    void whereTheTitlesAreNoLongerThereTheFileSaysWhereTheyAre() {
        byte[] file = (TITLES + "\nACC;2027-01;3\nACC;2027-02;4\n").getBytes(StandardCharsets.UTF_8);
        ImportRows.Named kept = named(recipe(form(false, ',', 3), "Appels"));

        assertThat(RecipeGuess.known(List.of(kept), file, form(false, ',', 1))).contains(kept);
        assertThat(RecipeGuess.fitted(kept.recipe(), file, form(false, ',', 1))
                        .form()
                        .headerLine())
                .isEqualTo(1);
        assertThat(RecipeGuess.known(
                        List.of(named(recipe(form(false, ',', 1), "Messages"))), file, form(false, ',', 1)))
                .isEmpty();
    }

    @Test
    void aTitleOnTwoLinesIsKnownByItsWordsHoweverItWasKept() {
        assertThat(recipe(form(false, ',', 1), "Appels\ndécrochés").columns()).containsKey("Appels décrochés");
    }

    /** Of workbooks a point used to be kept whatever they held. */
    @Test
    void howFractionsAreWrittenIsTheRecipesUnlessItWasKeptOfAWorkbook() {
        TableForm file = form(false, ',', 1);

        assertThat(recipe(form(false, '.', 1), "Appels").on(file).form().decimal())
                .isEqualTo('.');
        assertThat(recipe(form(true, '.', 1), "Appels").on(file).form().decimal())
                .isEqualTo(',');
    }

    private static ImportRows.Named named(Recipe recipe) {
        return new ImportRows.Named(UUID.randomUUID(), "Autocommutateur", recipe);
    }

    private static Recipe recipe(TableForm form, String title) {
        return new Recipe(
                Recipe.Kind.VALUES, form, Map.of("Mois", "PERIOD", title, "QUANTITY:appels"), null, null, null, false);
    }

    private static TableForm form(boolean workbook, char decimal, int headerLine) {
        return new TableForm(workbook, "UTF-8", ';', decimal, DateOrder.DAY_FIRST, headerLine);
    }
}
