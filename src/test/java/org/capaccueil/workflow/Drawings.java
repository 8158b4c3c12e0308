package org.capaccueil.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The .bpmn files of the project, read where people edit them. */
final class Drawings {

    private Drawings() {}

    static List<Path> paths() {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
