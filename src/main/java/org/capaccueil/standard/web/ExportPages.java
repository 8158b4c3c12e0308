package org.capaccueil.standard.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.exchange.StandardFormats;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Standards as files: any version one may read, and the schema of the text form. */
@Controller
class ExportPages {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Standards standards;

    ExportPages(Standards standards) {
        this.standards = standards;
    }

    @GetMapping("/standards/{id}/standard.yaml")
    ResponseEntity<byte[]> yaml(Actor actor, @PathVariable StandardVersionId id) {
        StandardVersionView version = standards.readable(actor, id);
        return file(
                StandardFormats.yaml(standards.content(id)).getBytes(StandardCharsets.UTF_8),
                YAML,
                fileName(version, "yaml"));
    }

    @GetMapping("/standards/{id}/standard.xlsx")
    ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable StandardVersionId id) {
        StandardVersionView version = standards.readable(actor, id);
        return file(StandardFormats.xlsx(standards.content(id)), XLSX, fileName(version, "xlsx"));
    }

    @GetMapping("/standards/template.xlsx")
    ResponseEntity<byte[]> template() {
        return file(StandardFormats.template(), XLSX, "referentiel-a-remplir.xlsx");
    }

    @GetMapping("/standards/schema.json")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok().contentType(SCHEMA).body(new ClassPathResource(StandardFormats.SCHEMA));
    }

    /** Plain letters, digits, dots and dashes, which every system takes as a name. */
    private static String fileName(StandardVersionView version, String ending) {
        String name = Normalizer.normalize(version.code() + "-" + version.label(), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9._-]", "");
        return name + "." + ending;
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
