package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.Imports.DryRun;
import org.capaccueil.indicator.domain.Recipe;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Files of other tools brought in: tried, understood by a recipe, confirmed, brought again. */
@ApplicationTest
class ImportsTest {

    private static final String TITLES = "Équipe;Canal;Période;" + BrokenTable.PART + ";" + BrokenTable.BASE + "\n";
    private static final Period MONTH = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE));
    private static final Period BEFORE = MONTH.previous();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Imports imports;

    @Autowired
    SeriesReading reading;

    @Autowired
    ValueEntry entry;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Town town;
    private Actor manager;
    private String team;

    @BeforeEach
    void town() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        team = organisation.team(town.team()).code();
    }

    @Test
    void aFileIsTriedThenWrittenWholeAndOnce() {
        UUID file = upload(TITLES + row(BEFORE, 800, 1000) + row(MONTH, 900, 1000));

        DryRun run = imports.dryRun(manager, file, false);

        assertThat(run.isSound()).isTrue();
        assertThat(run.outcome().written()).isEqualTo(2);
        assertThat(run.outcome().preview())
                .extracting(one -> one.line() + " " + one.period() + " " + one.value())
                .containsExactly(
                        "2 " + BEFORE.inWords() + " 80 % (800 sur 1000)",
                        "3 " + MONTH.inWords() + " 90 % (900 sur 1000)");
        assertThat(point(MONTH).standing()).as("a dry run writes nothing").isNull();

        assertThat(imports.confirm(manager, file, false, null)).isEqualTo("2 valeurs écrites");
        assertThat(imports.confirm(manager, file, false, null))
                .as("a second click")
                .isEqualTo("2 valeurs écrites");

        assertThat(point(MONTH).standing().value()).isEqualByComparingTo("90");
        assertThat(point(MONTH).revisions()).hasSize(1);
        assertThat(point(MONTH).standing().given().origin().title()).isEqualTo("import de fichier");
    }

    @Test
    void theSameAgainIsPassedAndAnotherValueNeedsAReasonAndKeepsTheOldOne() {
        confirm(TITLES + row(MONTH, 900, 1000));

        UUID same = upload(TITLES + row(MONTH, 900, 1000) + row(BEFORE, 1, 2) + row(BEFORE, 1, 2));
        assertThat(imports.dryRun(manager, same, false).outcome())
                .extracting("written", "known", "repeated")
                .containsExactly(1, 1, 1);

        UUID other = upload(TITLES + row(MONTH, 910, 1000));
        assertThat(imports.dryRun(manager, other, false).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("90 % (900 sur 1000)"));
        assertThat(imports.dryRun(manager, other, true).outcome().preview())
                .singleElement()
                .satisfies(one -> assertThat(one.before()).isEqualTo("90 % (900 sur 1000)"));
        assertThatThrownBy(() -> imports.confirm(manager, other, true, " "))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        imports.confirm(manager, other, true, "Export refait sur le mois entier");

        assertThat(point(MONTH).revisions()).hasSize(2);
        assertThat(point(MONTH).standing().value()).isEqualByComparingTo("91");
        assertThat(point(MONTH).standing().given().reason()).isEqualTo("Export refait sur le mois entier");
    }

    @Test
    void whatWasGivenByHandMeanwhileKeepsAFileFromBeingConfirmed() {
        UUID file = upload(TITLES + row(MONTH, 900, 1000) + row(BEFORE, 800, 1000));
        assertThat(imports.dryRun(manager, file, false).isSound()).isTrue();
        entry.give(
                manager,
                town.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                MONTH,
                0,
                new GivenFigures(BigDecimal.ONE, BigDecimal.TEN, "Relevé", null, null));

        assertThatThrownBy(() -> imports.confirm(manager, file, false, null))
                .hasMessageContaining("rien n'est enregistré");
        assertThat(point(BEFORE).standing()).as("not the half of it").isNull();
    }

    @Test
    void oneLineGivesAllIndicatorsThatAreMadeOfItsQuantities() {
        confirm("Équipe;Canal;Mois;" + BrokenTable.PART + ";appels décrochés en 30 s au plus;" + BrokenTable.BASE + "\n"
                + team + ";Téléphone;" + MONTH.inWords() + ";900;700;1 000\n");

        assertThat(point(MONTH).standing().value()).isEqualByComparingTo("90");
        assertThat(reading.history(manager, town.team(), "TEL-30S", Channel.PHONE)
                        .point(MONTH)
                        .standing()
                        .value())
                .isEqualByComparingTo("70");
    }

    @Test
    void aToolsOwnColumnsAreUnderstoodOnceAndKnownTheNextTime() {
        Charset western = Charset.forName("windows-1252");
        byte[] first = ("Autocom v3\nJour;Présentés;Décrochés;Perdus\n"
                        + MONTH.start().getDayOfMonth() + "/"
                        + MONTH.start().getMonthValue() + "/" + MONTH.start().getYear() + ";600;500;100\n" + "02/"
                        + MONTH.code().substring(5) + "/" + MONTH.start().getYear() + ";400;350;50\n")
                .getBytes(western);
        UUID file = imports.upload(manager, "autocom.csv", first);
        Recipe guessed = imports.dryRun(manager, file, false).file().recipe();
        assertThat(guessed.form().charset()).isEqualTo("windows-1252");
        assertThat(guessed.form().headerLine()).isEqualTo(2);
        assertThat(imports.dryRun(manager, file, false).isSound()).isFalse();

        Recipe mine = new Recipe(
                Recipe.Kind.VALUES,
                guessed.form(),
                java.util.Map.of(
                        "Jour", "PERIOD",
                        "Présentés", "QUANTITY:" + Formula.Quantity.keyOf(BrokenTable.BASE),
                        "Décrochés", "QUANTITY:" + Formula.Quantity.keyOf(BrokenTable.PART)),
                town.team().value(),
                Channel.PHONE,
                null,
                true);
        imports.understand(manager, file, mine);
        assertThat(imports.dryRun(manager, file, false).outcome().written()).isEqualTo(1);
        imports.keepRecipe(manager, file, "Autocommutateur");
        imports.confirm(manager, file, false, null);

        assertThat(point(MONTH).standing().given().part())
                .as("days are added up")
                .isEqualByComparingTo("850");
        assertThat(point(MONTH).standing().value()).isEqualByComparingTo("85");
        UUID next = imports.upload(manager, "autocom-2.csv", first);
        assertThat(imports.dryRun(manager, next, false).file().recipeName()).isEqualTo("Autocommutateur");
        assertThat(imports.dryRun(manager, next, false).outcome().known()).isEqualTo(1);
        assertThat(imports.recipes(fixtures.actor(fixtures.town().manager()))).isEmpty();
    }

    @Test
    void daysAreAddedUpBeforeTheirPeriodIsJudged() {
        UUID daily = summed(day(MONTH, 1, 0, 0) + day(MONTH, 2, 60, 50) + day(MONTH, 3, 30, 50));

        assertThat(imports.dryRun(manager, daily, false).faults()).isEmpty();
        imports.confirm(manager, daily, false, null);

        assertThat(point(MONTH).standing().given().part()).isEqualByComparingTo("90");
        assertThat(point(MONTH).standing().given().base()).isEqualByComparingTo("100");

        UUID tooMany = summed(day(BEFORE, 1, 0, 0) + day(BEFORE, 2, 60, 50));
        assertThat(imports.dryRun(manager, tooMany, false).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.sentence()).contains(BEFORE.inWords(), "dépasser le total");
                });
        UUID negative = summed(day(BEFORE, 1, 1, 9) + day(BEFORE, 2, -1, 50));
        assertThat(imports.dryRun(manager, negative, false).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).startsWith("Ligne 3, colonne D"));
    }

    private String day(Period period, int day, int part, int base) {
        return team + ";Téléphone;" + period.start().withDayOfMonth(day) + ";" + part + ";" + base + "\n";
    }

    private UUID summed(String lines) {
        UUID file = upload(TITLES + lines);
        sum(file);
        return file;
    }

    private void sum(UUID file) {
        Recipe read = imports.dryRun(manager, file, false).file().recipe();
        imports.understand(
                manager,
                file,
                new Recipe(read.kind(), read.form(), read.columns(), read.team(), read.channel(), read.period(), true));
    }

    @Test
    void aRecipeIsTakenForTheSameColumnsInAnotherKindOfFile() throws Exception {
        String text = TITLES + row(BEFORE, 800, 1000);
        UUID first = imports.upload(manager, "ancien.csv", text.getBytes(Charset.forName("windows-1252")));
        imports.keepRecipe(manager, first, "Autocommutateur");

        for (byte[] next : List.of(
                ("Relevé du standard\n" + text.replace(';', '\t')).getBytes(StandardCharsets.UTF_8),
                workbook(TITLES, row(BEFORE, 800, 1000)))) {
            UUID file = imports.upload(manager, "suite", next);
            assertThat(imports.dryRun(manager, file, false).file().recipeName()).isEqualTo("Autocommutateur");
            assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
            assertThat(imports.dryRun(manager, file, false).outcome().written()).isEqualTo(1);

            imports.take(manager, file, imports.recipes(manager).get(0).id());

            assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
        }
    }

    @Test
    void readingAWorkbookAgainLeavesItsNumbersAsTheyAre() throws Exception {
        UUID file = imports.upload(
                manager, "relevé.xlsx", workbook(TITLES, row(MONTH, 900, 1000).replace("1000", "1 000,0")));
        assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();

        readAgain(file);

        assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
        assertThat(imports.dryRun(manager, file, false).outcome().written()).isEqualTo(1);
    }

    @Test
    void aTitleOnTwoLinesIsAColumnLikeAnother() throws Exception {
        UUID file = imports.upload(
                manager,
                "relevé.csv",
                ("Équipe;Canal;Période;\"appels décrochés\npar un agent\";" + BrokenTable.BASE + "\n"
                                + row(MONTH, 900, 1000))
                        .getBytes(StandardCharsets.UTF_8));

        readAgain(file);

        assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
        assertThat(imports.dryRun(manager, file, false).outcome().written()).isEqualTo(1);
    }

    @Test
    void everyNoteOfTheDaysThatAreAddedUpIsKept() {
        UUID file = imports.upload(
                manager,
                "relevé.csv",
                (TITLES.strip() + ";Note\n"
                                + day(MONTH, 1, 1, 2).strip() + ";Panne le matin\n"
                                + day(MONTH, 2, 1, 2).strip() + ";\n"
                                + day(MONTH, 3, 1, 2).strip() + ";Grève\n")
                        .getBytes(StandardCharsets.UTF_8));
        sum(file);

        imports.confirm(manager, file, false, null);

        assertThat(point(MONTH).standing().given().note()).isEqualTo("Grève ; Panne le matin");
    }

    @Test
    void aDryRunKeepsNobodyWaitingAndWaitsForNobody() throws Exception {
        UUID file = upload(TITLES + row(MONTH, 900, 1000));
        ExecutorService threads = SystemScope.threads(1);
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                        .param("indicator_value of " + town.commune())
                        .query(Integer.class)
                        .single();
                Future<DryRun> run = threads.submit(() -> imports.dryRun(manager, file, false));

                assertThat(run).succeedsWithin(Duration.ofSeconds(20));
            });
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void allThatIsWrongWithALineIsSaidAtOnce() {
        UUID file = upload(TITLES + "XYZ;Fax;2027-13;abc;x\n" + "XYZ;Téléphone;2027-13;abc;x\n");

        assertThat(imports.dryRun(manager, file, false).faults())
                .extracting(fault -> fault.line() + String.valueOf(fault.column()))
                .containsExactly("2A", "2B", "2C", "2D", "2E", "3A", "3C", "3D", "3E");

        UUID events = upload("Contact;Équipe;Canal;Appel présenté;Appel décroché\n"
                + ";XYZ;Fax;hier;12/03/1999 10:00\n"
                + "c1;" + team + ";Téléphone;" + MONTH.start() + " 10:00;\n"
                + "c1;" + team + ";Téléphone;" + MONTH.start() + " 10:01;\n");

        assertThat(imports.dryRun(manager, events, false).faults())
                .extracting(fault -> fault.line() + String.valueOf(fault.column()))
                .containsExactly("2A", "2B", "2C", "2D", "2E", "4null");
    }

    /** Sends the form of the file's page as a browser does that nobody changed anything in. */
    private void readAgain(UUID file) throws Exception {
        String address = "/indicators/imports/" + file;
        Recipe recipe = imports.dryRun(manager, file, false).file().recipe();
        List<String> sent = new ArrayList<>(List.of(
                "kind", recipe.kind().name(),
                "decimal", String.valueOf(recipe.form().decimal()),
                "dates", recipe.form().dates().name(),
                "headerLine", String.valueOf(recipe.form().headerLine())));
        Matcher titles = Pattern.compile("name=\"title\" value=\"([^\"]*)\"")
                .matcher(pages.open(town.manager(), address)
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        while (titles.find()) {
            String title = HtmlUtils.htmlUnescape(titles.group(1));
            sent.addAll(List.of("title", title.replaceAll("\r?\n", "\r\n")));
            sent.addAll(List.of("target", recipe.columns().getOrDefault(title, "")));
        }
        pages.send(town.manager(), address + "/reading", sent.toArray(String[]::new));
    }

    private static byte[] workbook(String... lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            for (String line : lines) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.strip().split(";")) {
                    row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void whatIsExportedComesBackAsWhatIsThere() throws Exception {
        confirm(TITLES + row(MONTH, 2, 3) + row(BEFORE, 800, 1000));
        byte[] exported = pages.open(town.manager(), "/indicators/values.csv")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        UUID file = imports.upload(manager, "retour.csv", exported);

        assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
        assertThat(imports.dryRun(manager, file, false).outcome())
                .extracting("written", "known")
                .containsExactly(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"166,666666666666", "166,666666666667", "166,6666667"})
    void whatCameThroughASpreadsheetIsStillWhatIsThereAndAnotherValueIsNot(String saved) {
        entry.give(
                manager,
                town.team(),
                "CNT-WAIT",
                Channel.COUNTER,
                MONTH,
                0,
                new GivenFigures(
                        Plausible.quotient(BigDecimal.valueOf(500), BigDecimal.valueOf(3), 1),
                        BigDecimal.valueOf(20),
                        "Relevé",
                        null,
                        null));
        String titles = "Indicateur;Équipe;Canal;Période;Quantité;Total\n";
        String start = "CNT-WAIT;" + team + ";Guichet;" + MONTH.code() + ";";

        DryRun same = imports.dryRun(manager, upload(titles + start + saved + ";20\n"), false);
        assertThat(same.faults()).isEmpty();
        assertThat(same.outcome()).extracting("written", "known").containsExactly(0, 1);

        for (String other : List.of("166,66667;20", "166,68;20", saved + ";21")) {
            assertThat(imports.dryRun(manager, upload(titles + start + other + "\n"), false)
                            .faults())
                    .as(other)
                    .hasSize(1);
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsHarmlessOnItsWayOut() throws Exception {
        entry.give(
                manager,
                town.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                MONTH,
                0,
                new GivenFigures(BigDecimal.ONE, BigDecimal.TEN, "=HYPERLINK(\"x\")", "@SUM(1)", null));

        String exported = pages.open(town.manager(), "/indicators/values.csv")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(exported)
                .contains("'=HYPERLINK", "'@SUM")
                .doesNotContain(";=")
                .doesNotContain(";@");
    }

    @Test
    void onlyWhoBroughtAFileSeesItAndOnlyManagersBringOne() {
        UUID file = upload(TITLES + row(MONTH, 1, 2));
        Actor colleague = fixtures.actor(fixtures.person(
                town.commune(), "Odile Référente", team, "Référente", org.capaccueil.shared.Role.QUALITY_MANAGER));

        assertThatThrownBy(() -> imports.dryRun(colleague, file, false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.upload(fixtures.actor(town.lead()), "a.csv", new byte[] {'a'}))
                .isInstanceOf(NotAllowed.class);
        imports.abandon(manager, file);
        assertThatThrownBy(() -> imports.dryRun(manager, file, false)).isInstanceOf(NotFound.class);
    }

    private String row(Period period, int part, int base) {
        return team + ";Téléphone;" + period.code() + ";" + part + ";" + base + "\n";
    }

    private UUID upload(String text) {
        return imports.upload(manager, "relevé.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void confirm(String text) {
        imports.confirm(manager, upload(text), false, null);
    }

    private Point point(Period period) {
        return reading.history(manager, town.team(), "TEL-ANSWER", Channel.PHONE)
                .point(period);
    }
}
