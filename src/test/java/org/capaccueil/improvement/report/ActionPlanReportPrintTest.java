package org.capaccueil.improvement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.reporting.Printout;
import org.capaccueil.reporting.TestPrinter;
import org.junit.jupiter.api.Test;

class ActionPlanReportPrintTest {

    private static final byte[] FULL = print("action-plan-full", ActionPlanReports.full());
    private static final byte[] EMPTY = print("action-plan-empty", ActionPlanReports.almostEmpty());

    private static byte[] print(String file, ActionPlanReport report) {
        var identity = report.identity();
        return TestPrinter.print(
                file,
                new Printout(
                        ActionPlanReport.DESIGN,
                        "Plan d'action – " + identity.team(),
                        identity.commune(),
                        "Plan d'action soumis à signature, " + identity.campaign(),
                        identity.commune() + " · " + identity.campaign(),
                        report));
    }

    @Test
    void veraPdfFindsBothCompliant() {
        assertThat(PdfCheck.brokenRules(FULL)).isEmpty();
        assertThat(PdfCheck.brokenRules(EMPTY)).isEmpty();
    }

    @Test
    void everyActionIsThereWithItsFindingOwnerAndDates() {
        String text = PdfCheck.text(FULL);

        assertThat(ActionPlanReports.full().actions()).hasSize(30).allSatisfy(action -> assertThat(text)
                .contains(action.number() + " " + action.title())
                .contains(action.findingHead() + " : " + action.finding())
                .contains(action.owner()));
        assertThat(text).contains("Échéance 1er septembre 2027", "Revue d'efficacité 1er janvier 2028");
    }

    @Test
    void itAsksForTheSignatureAndDoesNotClaimIt() {
        String text = PdfCheck.text(FULL);

        assertThat(text)
                .contains(
                        "La version 2 de ce plan est soumise à la signature de :",
                        "Noël Çelik",
                        "directeur général des services",
                        "arrêté n° 2026-114 du 2 avril 2026",
                        "Favorable, transmis à la direction",
                        "Hélène Aït-Œillet, référente qualité, le 30 août 2027",
                        "Il ne s'agit pas d'une signature électronique qualifiée")
                .doesNotContain("signé par", "Signé par");
        assertThat(text.toLowerCase()).doesNotContain("certifi");
    }

    @Test
    void everyPageIsNumberedAndHeaded() {
        List<String> pages = PdfCheck.pages(FULL);

        assertThat(pages).hasSizeGreaterThan(5);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("Page " + page + " sur " + pages.size())
                    .contains("Ville du Pont-de-Claix · Campagne d'évaluation 2027");
        }
    }

    @Test
    void aPlanWithoutActionsPrintsWithoutPretending() {
        assertThat(PdfCheck.text(EMPTY))
                .contains("Aucune action n'est proposée", "Le plan n'a pas encore reçu l'avis du référent qualité")
                .contains("Éloïse Bœuf-Müller")
                .doesNotContain("Détail des actions", "null");
    }
}
