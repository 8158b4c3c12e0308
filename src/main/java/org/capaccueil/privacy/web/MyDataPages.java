package org.capaccueil.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.capaccueil.privacy.domain.PersonalFile;
import org.capaccueil.shared.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is held about whoever is signed in, and nobody else: these addresses name no person. */
@Controller
class MyDataPages {

    private final PersonalFile file;

    MyDataPages(PersonalFile file) {
        this.file = file;
    }

    @GetMapping("/my-data")
    String page(Actor actor, Model page) {
        page.addAttribute("section", "my-data");
        page.addAttribute("sections", file.sections(actor));
        page.addAttribute("contact", file.contact(actor).orElse(null));
        return "privacy/my-data";
    }

    @GetMapping("/my-data/export")
    void export(Actor actor, HttpServletResponse answer) throws IOException {
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("mes-donnees.json")
                        .build()
                        .toString());
        file.export(actor, answer.getOutputStream());
    }
}
