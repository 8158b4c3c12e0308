package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults the template engine lets pass in silence. */
class TemplatesTest {

    /** Texts that are not about people, and why. */
    private static final Map<String, String> NEED_NO_REMINDER = Map.of(
            "standard/edit-part.html",
            "the text of a standard: it speaks of a service, and no team is known yet",
            "survey/question.html",
            "the words of a questionnaire: they are asked of everybody, before anybody has answered",
            "survey/language.html",
            "the same in another language",
            "survey/asked.html",
            "has it in the language of who writes, tied to the field: ResidentPagesTest",
            "survey/paper.html",
            "copied from paper as it was written, with the resident's own reminder tied to it: ResidentPagesTest");

    private static final Pattern TEXT = Pattern.compile("<textarea (?:[^>\"]|\"[^\"]*\")*>");

    private static final Pattern REMINDER = Pattern.compile(":: noNames\\(\\$\\{([^}]*)}\\)");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern BEAN_IN_FRAGMENT =
            Pattern.compile("th:(?:replace|insert)=\"[^\"]*\\$\\{[^\"}]*@[a-z]+\\.[^\"]*\"");

    /** An htmx attribute that takes a selector, given an expression; ids are of our own making and safe there. */
    private static final Pattern SELECTOR_MADE = Pattern.compile(
            "hx[-:](?:target|include|select|select-oob|indicator|disabled-elt|sync|trigger)=\"?(?:[^\",]*)[$]\\{[^}]*(?<!\\.id)}");

    /** An English element, with the condition right around it where there is one. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:<th:block th:if=\"[^\"]*\">)?<[a-z]+(?:[^>\"]|\"[^\"]*\")* lang=\"en\"(?:[^>\"]|\"[^\"]*\")*>");

    private static final Pattern TAG = Pattern.compile("<[a-z:]+(?:[^>\"]|\"[^\"]*\")*>");

    /** The replacement runs first and takes the condition away with the element: what should be hidden is shown. */
    @Test
    void noConditionStandsOnAnElementThatIsReplaced() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(TemplatesTest::conditionsLost))
                    .isEmpty();
        }
    }

    @Test
    void suchAConditionIsFound() {
        assertThat(conditionsLost("<p th:if=\"${a > 1}\" th:replace=\"~{b :: c}\"></p>"))
                .hasSize(1);
        assertThat(conditionsLost("<th:block th:if=\"${a}\"><p th:replace=\"~{b :: c}\"></p></th:block>"))
                .isEmpty();
    }

    /** Thymeleaf refuses beans there, and only when the page is rendered: name the value by th:with around it. */
    @Test
    void noFragmentIsGivenTheAnswerOfABean() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(TemplatesTest::beansRefused))
                    .isEmpty();
        }
    }

    @Test
    void suchABeanIsFound() {
        assertThat(beansRefused("<p th:replace=\"~{b :: c(${@fr.day(a)})}\"></p>"))
                .hasSize(1);
        assertThat(beansRefused("<p th:text=\"${@fr.day(a)}\"></p><p th:replace=\"~{b :: c(@{/tasks})}\"></p>"))
                .isEmpty();
    }

    /**
     * Codes may begin with a digit and hold dots: « #1.1-equipe » selects nothing, and nothing is saved. Say where from the
     * form itself: « find .row-news ».
     */
    @Test
    void noSelectorIsMadeOfWhatAStandardNames() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(TemplatesTest::selectorsMade))
                    .isEmpty();
        }
    }

    @Test
    void suchASelectorIsFound() {
        assertThat(selectorsMade("<form th:attr=\"hx-post=@{/a}, hx-target=${'#' + line.key + '-news'}\">"))
                .hasSize(1);
        assertThat(selectorsMade("<form th:hx-include=\"|#${line.key}|\"><p hx:target=\"${'#' + a}\"></p></form>"))
                .hasSize(2);
        assertThat(selectorsMade(
                        "<form th:attr=\"hx-post=@{${a}}\" hx-target=\"find .row-news\" hx-sync=\"this:queue\">"
                                + "<a th:href=\"${'#' + key}\"></a></form>"))
                .isEmpty();
    }

    /** A standard need not say anything in English, and an empty element is read out as nothing in a foreign voice. */
    @Test
    void nothingEnglishIsShownWhereThereIsNone() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(TemplatesTest::englishAnyway))
                    .isEmpty();
        }
    }

    @Test
    void suchEnglishIsFound() {
        assertThat(englishAnyway("<span lang=\"en\" th:text=\"${a.titleEn}\"></span>"))
                .hasSize(1);
        assertThat(englishAnyway("<span lang=\"en\" th:if=\"${a.titleEn != null}\" th:text=\"${a.titleEn}\"></span>"))
                .isEmpty();
    }

    @Test
    void whoeverWritesFreelyIsRemindedToNameNobody() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> !NEED_NO_REMINDER.containsKey(
                                    TEMPLATES.relativize(file).toString()))
                            .flatMap(file ->
                                    withoutReminder(content(file)).map(tag -> TEMPLATES.relativize(file) + ": " + tag)))
                    .isEmpty();
        }
        assertThat(NEED_NO_REMINDER.keySet()).allSatisfy(file -> assertThat(
                        TEXT.matcher(content(TEMPLATES.resolve(file))).find())
                .isTrue());
    }

    @Test
    void aTextWithoutTheReminderIsFound() {
        String reminder = "<p th:replace=\"~{web/fragments :: noNames(${'x-no-names'})}\"></p>";

        assertThat(withoutReminder("<textarea name=\"x\"></textarea>")).hasSize(1);
        assertThat(withoutReminder(reminder + "<textarea name=\"x\"></textarea>"))
                .hasSize(1);
        assertThat(withoutReminder("<textarea th:attr=\"aria-describedby=${'x-no-names'}\"></textarea>"))
                .hasSize(1);
        assertThat(withoutReminder(reminder + "<textarea th:attr=\"aria-describedby=${'x-no-names'}\"></textarea>"))
                .isEmpty();
    }

    /** Texts whose reminder is not there or not tied to them. In the fragment the id comes by {@code described}. */
    private static Stream<String> withoutReminder(String template) {
        List<String> reminders = REMINDER.matcher(template)
                .results()
                .map(found -> found.group(1).replaceAll("^.*'([^']*)'$", "$1"))
                .toList();
        long texts = TEXT.matcher(template).results().count();
        return TEXT.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> reminders.size() < texts
                        || !tag.contains("aria-describedby=${described}")
                                && reminders.stream().noneMatch(tag::contains));
    }

    private static Stream<String> englishAnyway(Path file) {
        return englishAnyway(content(file)).map(tag -> TEMPLATES.relativize(file) + ": " + tag);
    }

    private static Stream<String> englishAnyway(String template) {
        return ENGLISH.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.contains("th:text=") && !tag.contains("th:if="));
    }

    private static Stream<String> conditionsLost(Path file) {
        return conditionsLost(content(file)).map(tag -> TEMPLATES.relativize(file) + ": " + tag);
    }

    private static Stream<String> beansRefused(Path file) {
        return beansRefused(content(file)).map(found -> TEMPLATES.relativize(file) + ": " + found);
    }

    private static Stream<String> beansRefused(String template) {
        return BEAN_IN_FRAGMENT.matcher(template).results().map(MatchResult::group);
    }

    private static Stream<String> selectorsMade(Path file) {
        return selectorsMade(content(file)).map(found -> TEMPLATES.relativize(file) + ": " + found);
    }

    private static Stream<String> selectorsMade(String template) {
        return SELECTOR_MADE.matcher(template).results().map(MatchResult::group);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static Stream<String> conditionsLost(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.contains(" th:replace=") || tag.contains(" th:insert="))
                .filter(tag -> tag.contains(" th:if=") || tag.contains(" th:unless="));
    }
}
