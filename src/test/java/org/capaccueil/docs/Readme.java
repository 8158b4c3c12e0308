package org.capaccueil.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README as text, and what in it points at something the project contains. */
record Readme(String text) {

    private static final Path MAIN = Path.of("src", "main", "java", "org", "capaccueil");

    private static final Pattern TARGET = Pattern.compile("]\\(([^)\\s]+)\\)|<img[^>]+src=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(mvn .*?)(?:\\s+#.*)?$|`(mvn [^`]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ROOM_ROW = Pattern.compile("(?m)^\\| \\[`(\\w+)`]");
    private static final Pattern PATH = Pattern.compile("(?:src|bpmn|reports|docker|\\.ci)/\\S*|pom\\.xml");
    private static final Pattern CLASS = Pattern.compile("(?:[A-Z][a-z]+){2,}(?:IT)?|[A-Z][a-z]+IT");
    private static final Pattern SETTING = Pattern.compile("capaccueil\\.[a-z.-]+[a-z]");

    /** Goals that plugins of this build offer; a profile or a test class is looked up, not listed. */
    private static final Set<String> GOALS = Set.of(
            "spring-boot:run",
            "verify",
            "test",
            "test-compile",
            "package",
            "failsafe:integration-test",
            "failsafe:verify",
            "spotless:apply");

    private static final Set<String> SWITCHES = Set.of("skipTests", "docs.update");

    /** The computers of package registries: which one a build asks is the business of its machine, not of a text. */
    private static final List<String> REGISTRIES = List.of(
            "repo.maven.apache.org",
            "repo1.maven.org",
            "central.sonatype",
            "oss.sonatype",
            "registry.npmjs.org",
            "deb.debian.org",
            "archive.ubuntu.com",
            "docker.io",
            "hub.docker.com",
            "quay.io",
            "ghcr.io",
            "pypi.org",
            "proxy.golang.org");

    static Readme ofTheProject() {
        return new Readme(read(Path.of("README.md")));
    }

    /** Links and pictures that lead nowhere: neither a file or folder of the project nor a heading of this text. */
    Set<String> brokenLinks() {
        Set<String> headings = HEADING.matcher(text)
                .results()
                .map(heading -> "#" + anchor(heading.group(1)))
                .collect(Collectors.toSet());
        return targets()
                .filter(target -> !target.matches("https?://.*"))
                .filter(target -> target.startsWith("#") ? !headings.contains(target) : !Files.exists(Path.of(target)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<String> targets() {
        return TARGET.matcher(text).results().map(link -> link.group(1) != null ? link.group(1) : link.group(2));
    }

    /** Paths named in code style that no file or folder has; {@code <room>} stands for any room. */
    Set<String> unknownPaths() {
        return code().filter(word -> PATH.matcher(word).matches())
                .filter(path -> rooms().stream().noneMatch(room -> Files.exists(Path.of(path.replace("<room>", room)))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Classes named in code style that no source file has. */
    Set<String> unknownClasses() {
        Set<String> known = new TreeSet<>();
        for (Path source : files(Path.of("src"))) {
            known.add(source.getFileName().toString().replace(".java", ""));
        }
        return code().filter(word -> CLASS.matcher(word).matches())
                .filter(name -> !known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Settings of ours named in code style that the configuration does not have. */
    Set<String> unknownSettings() {
        String known = files(Path.of("src", "main", "resources")).stream()
                .filter(file -> file.getFileName().toString().matches("application.*\\.yaml"))
                .map(Readme::read)
                .collect(Collectors.joining());
        return code().filter(word -> SETTING.matcher(word).matches())
                .filter(name -> !known.contains(name.substring(name.lastIndexOf('.') + 1) + ":"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Parts of Maven commands that nothing knows: a goal, a profile, a test class, a switch. */
    Set<String> unknownInCommands() {
        String pom = read(Path.of("pom.xml"));
        Set<String> unknown = new TreeSet<>();
        for (String command : commands()) {
            for (String part : command.split("\\s+")) {
                if (!part.equals("mvn") && !known(part, pom)) {
                    unknown.add(part);
                }
            }
        }
        return unknown;
    }

    private static boolean known(String part, String pom) {
        if (part.startsWith("-P")) {
            return pom.contains("<id>" + part.substring(2) + "</id>");
        }
        if (part.startsWith("-Dtest=") || part.startsWith("-Dit.test=")) {
            Set<String> sources = files(Path.of("src", "test", "java")).stream()
                    .map(source -> source.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            return sources.containsAll(
                    List.of(part.substring(part.indexOf('=') + 1).split(",")));
        }
        if (part.startsWith("-D")) {
            return SWITCHES.contains(part.substring(2).replaceFirst("=.*", ""));
        }
        return GOALS.contains(part);
    }

    List<String> commands() {
        return COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .toList();
    }

    /** The rooms the map lists. */
    Set<String> mappedRooms() {
        return ROOM_ROW.matcher(text).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands before the first section: about a screen. */
    String firstScreen() {
        Matcher section = Pattern.compile("(?m)^## ").matcher(text);
        return section.find() ? text.substring(0, section.start()) : text;
    }

    static Set<String> registriesIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return REGISTRIES.stream().filter(lower::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rooms there are. */
    static Set<String> rooms() {
        try (var folders = Files.list(MAIN)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private Stream<String> code() {
        return CODE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .flatMap(code -> Arrays.stream(code.split("\\s+")));
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }
}
