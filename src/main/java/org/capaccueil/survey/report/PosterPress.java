package org.capaccueil.survey.report;

import org.capaccueil.organisation.Organisation;
import org.capaccueil.reporting.PdfPrinter;
import org.capaccueil.reporting.Printout;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.survey.domain.SurveyReading.Sheet;
import org.capaccueil.survey.domain.WayView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints the poster that leads to a survey; it is made anew each time, nothing of it is kept. */
@Component
public class PosterPress {

    private final PdfPrinter printer;
    private final Organisation organisation;
    private final String address;

    PosterPress(PdfPrinter printer, Organisation organisation, @Value("${capaccueil.public-address}") String address) {
        this.printer = printer;
        this.organisation = organisation;
        this.address = address;
    }

    public byte[] print(Sheet sheet, WayView way) {
        String commune = organisation.commune(sheet.survey().commune()).name();
        return printer.print(printout(
                commune,
                sheet.text().title(),
                way.place(),
                address + "/s/" + way.code(),
                sheet.text().minutes(),
                PublicTime.inWords(sheet.survey().lastDay())));
    }

    static Printout printout(
            String commune, String headline, String place, String address, int minutes, String lastDay) {
        return new Printout(
                Poster.DESIGN,
                "Affiche : " + headline,
                commune,
                "Affiche à imprimer pour « " + place + " »",
                commune,
                new Poster(
                        commune,
                        headline,
                        place,
                        QrPicture.png(address),
                        // without what a browser adds by itself
                        address.replaceFirst("^https?://", ""),
                        "Environ " + minutes + (minutes == 1 ? " minute" : " minutes") + ", sans compte.",
                        "Jusqu'au " + lastDay + "."));
    }
}
