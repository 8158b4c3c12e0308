package org.capaccueil.label.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.label.report.LabelReport.Action;
import org.capaccueil.label.report.LabelReport.ActionStatus;
import org.capaccueil.label.report.LabelReport.Criterion;
import org.capaccueil.label.report.LabelReport.Finding;
import org.capaccueil.label.report.LabelReport.FindingKind;
import org.capaccueil.label.report.LabelReport.PlaceRating;
import org.capaccueil.label.report.LabelReport.Plan;
import org.capaccueil.label.report.LabelReport.Rating;
import org.capaccueil.label.report.LabelReport.Theme;
import org.capaccueil.label.report.LabelReport.TrailEntry;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.reporting.Printout;
import org.capaccueil.reporting.TestPrinter;
import org.capaccueil.standard.Place;
import org.junit.jupiter.api.Test;

class LabelReportPrintTest {

    private static final byte[] FULL = print("label-report-full", LabelReports.full());
    private static final byte[] EMPTY = print("label-report-empty", LabelReports.almostEmpty());

    private static byte[] print(String file, LabelReport report) {
        var identity = report.identity();
        return TestPrinter.print(
                file,
                new Printout(
                        LabelReport.DESIGN,
                        "Dossier de label – " + identity.team(),
                        identity.commune(),
                        "Évaluation de l'accueil municipal, " + identity.campaign(),
                        identity.commune() + " · " + identity.campaign(),
                        report));
    }

    @Test
    void veraPdfFindsBothCompliant() {
        assertThat(PdfCheck.brokenRules(FULL)).isEmpty();
        assertThat(PdfCheck.brokenRules(EMPTY)).isEmpty();
    }

    @Test
    void everyFactIsInTheText() {
        LabelReport report = LabelReports.full();
        String text = PdfCheck.text(FULL);

        assertThat(text)
                .contains(
                        "Ville du Pont-de-Claix",
                        "Point accueil citoyen",
                        "Campagne d'évaluation 2027 de l'accueil municipal",
                        "du 1er février 2027 au 26 novembre 2027",
                        "Maison de l'habitant",
                        "Guichet, téléphone, courrier",
                        "Hélène Aït-Œillet",
                        "Éloïse Bœuf-Müller",
                        "Jérôme N'Guessan",
                        "François Saint-Cœur",
                        "Noël Çelik",
                        "Je n'appartiens pas à l'équipe évaluée",
                        "Score de l'audit : 66,0 sur 100",
                        "8 mineures, 1 majeure",
                        "31 août 2027 à 14 h 32",
                        LabelReports.SHA_256,
                        "Aucun niveau de label n'est atteint",
                        "La non-conformité majeure n° 25 (B1 au guichet) est ouverte",
                        "Ce qui suffirait pour le niveau Bronze",
                        "Non vérifié : l'enquête auprès des usagers",
                        "« Printemps 2027 ». Mode : échantillon tiré au hasard (par affiche, papier). Réponses du 1er mars 2027 au"
                                + " 15 avril 2027 : guichet 170, téléphone non montré. Satisfaits : 170 sur 200, soit 85,0 %,"
                                + " intervalle de 79,4 % à 89,3 %.",
                        "ACC-2 Les horaires sont affichés",
                        "il n'est pas délivré par un organisme accrédité");
        assertThat(report.indicators()).hasSize(16).allSatisfy(one -> assertThat(text)
                .contains(one.code())
                .contains(one.status().icon()));
        assertThat(report.criteria()).hasSize(40).allSatisfy(line -> assertThat(text)
                .contains(line.criterion().title()));
        assertThat(report.findings()).hasSize(25).allSatisfy(finding -> assertThat(text)
                .contains(finding.heading().replaceAll("\\s+", " ")));
        assertThat(report.labelTest().blocking()).hasSizeGreaterThan(7).allSatisfy(blocking -> assertThat(text)
                .contains(blocking.reason()));
        assertThat(report.plan().actions()).hasSize(30);
        assertThat(report.glossary())
                .allSatisfy(entry -> assertThat(text).contains(entry.term()).contains(entry.definition()));
    }

    @Test
    void theThreeStatesOfARatingAreToldApart() {
        assertThat(PdfCheck.text(FULL)).contains("○○○○ 0 Absent", "– Sans objet", "– Non coté");
    }

    @Test
    void itNeverClaimsToBeACertificate() {
        assertThat(PdfCheck.text(FULL).toLowerCase()).doesNotContain("certifi");
    }

    @Test
    void everyPageAfterTheCoverIsNumberedAndHeaded() {
        List<String> pages = PdfCheck.pages(FULL);
        for (int page = 2; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).contains("Page " + page + " sur " + pages.size());
        }
        assertThat(pages.subList(2, pages.size()))
                .allSatisfy(page -> assertThat(page).contains("Ville du Pont-de-Claix · Campagne d'évaluation 2027"));
    }

    @Test
    void theTableOfContentsSendsToThePagesWhereTheHeadingsAre() {
        List<String> pages = PdfCheck.pages(FULL);
        List<MatchResult> lines = Pattern.compile("(?m)^((?:\\d+\\. |[A-Z]{3} – ).+?) (\\d+)\\s*$")
                .matcher(pages.get(1))
                .results()
                .toList();

        assertThat(lines).hasSize(10 + 8);
        assertThat(lines).allSatisfy(line -> assertThat(pages.get(Integer.parseInt(line.group(2)) - 1))
                .as("page of « %s »", line.group(1))
                .contains(line.group(1)));
        assertThat(lines.get(0).group(2)).isEqualTo("3");
    }

    @Test
    void theHeadOfATableIsRepeatedOnEachPageItRunsOver() {
        List<String> pages = PdfCheck.pages(FULL);

        assertThat(pages).filteredOn(page -> page.contains("Num. / dén.")).hasSizeGreaterThan(1);
        assertThat(pages).filteredOn(page -> page.contains("Effet attendu")).hasSizeGreaterThan(1);
    }

    @Test
    void anEvaluationNobodyWorkedOnPrintsWithoutPretending() {
        String text = PdfCheck.text(EMPTY);

        assertThat(text)
                .contains(
                        "Saint-Étienne-de-Crossey",
                        "ouverte le 1er mars 2027, suivi en cours",
                        "Score de l'audit : non établi",
                        "Test du label non effectué",
                        "Aucun indicateur n'a été relevé",
                        "Aucun critère n'est dans cette évaluation",
                        "L'audit n'a fait aucun constat",
                        "Le plan n'est pas signé à ce jour",
                        "Portée de ce dossier")
                .doesNotContain("null");
    }

    /** Whatever stands above a table, no row of it is lost when the page breaks before or inside it. */
    @Test
    void noRatingIsLostWhereThePageBreaks() {
        LabelReport full = LabelReports.full();
        List<Theme> themes = new ArrayList<>();
        for (int theme = 0; theme < 12; theme++) {
            List<Criterion> criteria = new ArrayList<>();
            for (int nth = 0; nth < 10; nth++) {
                List<PlaceRating> ratings = new ArrayList<>();
                for (int place = 0; place < 1 + (theme + nth) % 4; place++) {
                    ratings.add(new PlaceRating(
                            Place.values()[place],
                            Rating.notApplicable("m".repeat(3) + theme + "x" + nth + "x" + place + "y"),
                            Rating.notRated()));
                }
                criteria.add(new Criterion(
                        "T" + theme + "-" + nth,
                        words("titre", 1 + (theme * 7 + nth * 5) % 40),
                        nth % 2 == 0,
                        nth % 3 == 0,
                        ratings,
                        nth % 3 == 1 ? words("equipe", theme * 9) : null,
                        null,
                        List.of()));
            }
            themes.add(new Theme("T" + theme, "Thème " + theme, BigDecimal.ONE, null, null, criteria));
        }
        var report = new LabelReport(
                full.identity(),
                full.method(),
                full.indicators(),
                full.surveys(),
                themes,
                full.total(),
                full.findings(),
                full.plan(),
                full.labelTest(),
                full.glossary());

        String text = PdfCheck.text(print("label-report-breaks", report));

        List<String> lost = themes.stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(criterion -> criterion.ratings().stream())
                .map(rating -> rating.self().reason())
                .filter(reason -> !text.contains(reason))
                .toList();
        assertThat(lost).isEmpty();
    }

    @Test
    void aTextLongerThanAPageIsPrintedWhole() {
        LabelReport full = LabelReports.full();
        var report = new LabelReport(
                full.identity(),
                full.method(),
                full.indicators(),
                full.surveys(),
                List.of(new Theme(
                        "LNG",
                        words("theme", 25),
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        null,
                        List.of(new Criterion(
                                "LNG-1",
                                words("titre", 60),
                                true,
                                true,
                                List.of(new PlaceRating(
                                        Place.COUNTER, Rating.notApplicable(words("motif", 400)), Rating.notRated())),
                                words("equipe", 2_500),
                                words("auditeur", 2_500),
                                List.of(words("preuve", 60), "https://exemple.fr/" + "chemin/".repeat(60)))))),
                full.total(),
                List.of(new Finding(
                        "n° 1",
                        FindingKind.MAJOR,
                        "LNG-1",
                        words("critere", 40),
                        Place.ORGANISATION,
                        words("constat", 2_500),
                        words("piece", 600),
                        words("reponse", 1_500),
                        LocalDate.of(2027, 7, 1),
                        words("suite", 900))),
                new Plan(
                        null,
                        List.of(new Action(
                                1,
                                words("action", 900),
                                "n° 1",
                                "LNG-1",
                                words("personne", 6),
                                LocalDate.of(2027, 9, 1),
                                words("effet", 900),
                                ActionStatus.IN_PROGRESS,
                                null,
                                words("verif", 900))),
                        List.of(new TrailEntry(
                                Instant.parse("2027-08-31T12:32:00Z"),
                                "Noël Çelik",
                                "maire",
                                "Plan renvoyé",
                                words("raison", 900),
                                null))),
                full.labelTest(),
                full.glossary());

        byte[] pdf = print("label-report-long", report);

        assertThat(PdfCheck.brokenRules(pdf)).isEmpty();
        String text = PdfCheck.text(pdf);
        assertThat(List.of(
                        "theme:25",
                        "titre:60",
                        "motif:400",
                        "equipe:2500",
                        "auditeur:2500",
                        "preuve:60",
                        "critere:40",
                        "constat:2500",
                        "piece:600",
                        "reponse:1500",
                        "suite:900",
                        "action:900",
                        "personne:6",
                        "effet:900",
                        "verif:900",
                        "raison:900"))
                .allSatisfy(expected -> {
                    String[] part = expected.split(":");
                    assertThat(missing(text, part[0], Integer.parseInt(part[1])))
                            .isEmpty();
                });
        assertThat(PdfCheck.text(pdf).replace(" ", "")).contains("chemin/".repeat(60));
    }

    private static List<String> missing(String text, String word, int count) {
        var found = Pattern.compile("\\b" + word + "\\d+\\b")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, count)
                .mapToObj(nth -> word + nth)
                .filter(one -> !found.contains(one))
                .toList();
    }

    private static String words(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(nth -> word + nth).collect(Collectors.joining(" "));
    }

    @Test
    void printedTwiceItReadsTheSame() {
        assertThat(PdfCheck.pages(print("label-report-again", LabelReports.full())))
                .isEqualTo(PdfCheck.pages(FULL));
    }
}
