package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The label-ready report of one team's evaluation: everything it prints, taken once from the rooms that own it and never
 * changed. Scores are cut to one decimal, as pages show them. The scores of the team and of the auditor stand side by side and
 * nothing merges them.
 */
public record LabelReport(
        Identity identity,
        Method method,
        List<Indicator> indicators,
        List<String> surveys,
        List<Theme> themes,
        Total total,
        List<Finding> findings,
        Plan plan,
        LabelTest labelTest,
        List<GlossaryEntry> glossary) {

    /** The design below {@code reports/} this record fills. */
    public static final String DESIGN = "label/label-report";

    public LabelReport {
        indicators = List.copyOf(indicators);
        surveys = List.copyOf(surveys);
        themes = List.copyOf(themes);
        findings = List.copyOf(findings);
        glossary = List.copyOf(glossary);
    }

    /** The criteria in the order of the standard, each with the theme it stands in. */
    public List<CriterionLine> criteria() {
        return themes.stream()
                .flatMap(theme -> theme.criteria().stream().map(criterion -> new CriterionLine(theme, criterion)))
                .toList();
    }

    /** How residents were asked about the team, survey by survey. */
    public String surveySheets() {
        return surveys.isEmpty()
                ? "Aucune enquête auprès des usagers n'a porté sur cette équipe."
                : String.join("\n\n", surveys);
    }

    /** The points of the radar chart: each theme once for the team and once for the auditor, where it has a score. */
    public List<RadarPoint> radar() {
        return themes.stream()
                .flatMap(theme -> List.of(
                        new RadarPoint("Autoévaluation", theme.code(), theme.self()),
                        new RadarPoint("Audit", theme.code(), theme.audit()))
                        .stream())
                .filter(point -> point.score() != null)
                .toList();
    }

    /** What the first page says in a few lines. */
    public Summary summary() {
        return new Summary(
                themes.stream().mapToInt(theme -> theme.criteria().size()).sum(),
                themes.size(),
                indicators.size(),
                indicators.stream()
                        .filter(one -> one.status() == IndicatorStatus.ON_TARGET)
                        .count(),
                indicators.stream()
                        .filter(one -> one.status() == IndicatorStatus.ALERT)
                        .count(),
                count(FindingKind.STRENGTH),
                count(FindingKind.OPPORTUNITY),
                count(FindingKind.MINOR),
                count(FindingKind.MAJOR),
                plan.actions().size(),
                plan.actions().stream().filter(Action::ended).count());
    }

    private long count(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /**
     * Whose evaluation, on what, against which standard.
     *
     * @param evaluatedTo the day the evaluation ended, or null while its actions are followed
     * @param reference what names this evaluation in the commune's files
     * @param changes what happened to the team while it was evaluated
     */
    public record Identity(
            String commune,
            String team,
            String campaign,
            LocalDate periodFrom,
            LocalDate periodTo,
            String standardTitle,
            String standardVersion,
            LocalDate evaluatedFrom,
            @Nullable LocalDate evaluatedTo,
            LocalDate drawnUpOn,
            String reference,
            List<ReceptionPoint> points,
            List<String> changes) {

        public Identity {
            points = List.copyOf(points);
            changes = List.copyOf(changes);
        }

        /** What happened to the team meanwhile, one sentence a line; empty when nothing did. */
        public String scopeHistory() {
            return String.join("\n", changes);
        }

        public String standard() {
            return standardTitle + ", version " + standardVersion;
        }
    }

    /** A place or line where residents are received. */
    public record ReceptionPoint(String name, String address, List<Channel> channels) {

        public ReceptionPoint {
            channels = List.copyOf(channels);
        }

        public String channelTitles() {
            String all = String.join(
                    ", ",
                    channels.stream()
                            .map(channel -> channel.title().toLowerCase(Locale.FRANCE))
                            .toList());
            return all.isEmpty() ? "" : all.substring(0, 1).toUpperCase(Locale.FRANCE) + all.substring(1);
        }
    }

    /**
     * How it was done and by whom.
     *
     * @param independence the auditor's declaration in the words that were signed, by whom, and what became of a declared link
     */
    public record Method(
            String approach,
            Person selfAssessmentLead,
            List<Person> participants,
            @Nullable LocalDate selfAssessedOn,
            Person auditor,
            String independence,
            @Nullable LocalDate independenceDeclaredOn,
            @Nullable LocalDate visitedOn,
            @Nullable LocalDate auditConcludedOn,
            Person qualityManager,
            Person leadership) {

        public Method {
            participants = List.copyOf(participants);
        }

        /** The people with the part each had, the participants last. */
        public List<Part> people() {
            var parts = new ArrayList<Part>();
            parts.add(new Part("Référent qualité", qualityManager.name(), qualityManager.capacity()));
            parts.add(new Part(
                    "Responsable de l'autoévaluation", selfAssessmentLead.name(), selfAssessmentLead.capacity()));
            participants.forEach(
                    one -> parts.add(new Part("Participant à l'autoévaluation", one.name(), one.capacity())));
            parts.add(new Part("Auditeur", auditor.name(), auditor.capacity()));
            parts.add(new Part("Direction", leadership.name(), leadership.capacity()));
            return List.copyOf(parts);
        }
    }

    /** Somebody, and in which capacity he or she acted. */
    public record Person(String name, String capacity) {}

    /** A line of the table of people. */
    public record Part(String part, String name, String capacity) {}

    /** Where a measured value stands. */
    public enum IndicatorStatus {
        ON_TARGET("Cible atteinte", "✔"),
        BETWEEN("Entre cible et alerte", "◐"),
        ALERT("Alerte", "▲"),
        BASE_TOO_SMALL("Base insuffisante", "○"),
        NOT_MEASURED("Non mesuré", "–");

        private final String title;
        private final String icon;

        IndicatorStatus(String title, String icon) {
            this.title = title;
            this.icon = icon;
        }

        static IndicatorStatus of(Verdict verdict) {
            return switch (verdict) {
                case TARGET_MET -> ON_TARGET;
                case BETWEEN -> BETWEEN;
                case ALERT -> ALERT;
                case BASE_TOO_SMALL, BASE_UNKNOWN -> BASE_TOO_SMALL;
                case OTHER_UNIT, NO_CASES, NOT_MEASURED, TO_FILL -> NOT_MEASURED;
            };
        }

        public String title() {
            return title;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * One indicator on one channel.
     *
     * @param formula in words, numerator over denominator
     * @param base how many observations the value stands on
     * @param minimumBase under which the value is shown but not judged
     */
    public record Indicator(
            String code,
            String title,
            Channel channel,
            String formula,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String unit,
            @Nullable Integer base,
            @Nullable Integer minimumBase,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable String source,
            @Nullable BigDecimal target,
            @Nullable BigDecimal alert,
            boolean higherIsBetter,
            IndicatorStatus status) {

        public String direction() {
            return higherIsBetter ? "≥" : "≤";
        }

        public String adverse() {
            return higherIsBetter ? "<" : ">";
        }
    }

    /**
     * A theme with both scores on 100, cut after a decimal; null where nothing in it was rated or everything does not apply.
     */
    public record Theme(
            String code,
            String title,
            BigDecimal weight,
            @Nullable BigDecimal self,
            @Nullable BigDecimal audit,
            List<Criterion> criteria) {

        public Theme {
            criteria = List.copyOf(criteria);
        }

        public String heading() {
            return code + " – " + title;
        }

        /** Audit minus self: negative where the auditor is more severe. */
        public @Nullable BigDecimal gap() {
            return LabelReport.gap(self, audit);
        }
    }

    /** The team's score over all themes. */
    public record Total(@Nullable BigDecimal self, @Nullable BigDecimal audit) {

        public @Nullable BigDecimal gap() {
            return LabelReport.gap(self, audit);
        }
    }

    private static @Nullable BigDecimal gap(@Nullable BigDecimal self, @Nullable BigDecimal audit) {
        return self == null || audit == null ? null : audit.subtract(self);
    }

    /** A criterion and the theme it stands in. */
    public record CriterionLine(Theme theme, Criterion criterion) {}

    /** A point of the radar chart. */
    public record RadarPoint(String series, String theme, @Nullable BigDecimal score) {}

    /**
     * @param evidence the names of the files and links given
     */
    public record Criterion(
            String code,
            String title,
            boolean mandatory,
            boolean organisationLevel,
            List<PlaceRating> ratings,
            @Nullable String selfComment,
            @Nullable String auditComment,
            List<String> evidence) {

        public Criterion {
            ratings = List.copyOf(ratings);
            evidence = List.copyOf(evidence);
        }

        public String qualifiers() {
            String whole = organisationLevel ? "noté une fois pour la commune" : "";
            String compulsory = mandatory ? "◆ critère obligatoire" : "";
            return whole.isEmpty() || compulsory.isEmpty() ? compulsory + whole : compulsory + " · " + whole;
        }
    }

    /** Both ratings of a criterion at one place; a criterion may be rated as a whole as well. */
    public record PlaceRating(Place place, Rating self, Rating audit) {

        public String where() {
            return place == Place.ORGANISATION ? "Ensemble de la commune" : place.title();
        }

        /** Why the criterion does not apply, in whose words. */
        public String reasons() {
            if (self.reason() == null) {
                return audit.reason() == null ? "" : "Audit : " + audit.reason();
            }
            return audit.reason() == null
                    ? "Équipe : " + self.reason()
                    : "Équipe : " + self.reason() + "\nAudit : " + audit.reason();
        }
    }

    /**
     * A rating, in one of three states that never stand for one another: rated (0 counts), not applicable, not rated.
     *
     * @param text the grade with the scale's word for it, or « Sans objet », « Non coté »
     * @param reason why it does not apply
     */
    public record Rating(String text, @Nullable String reason) {

        public static Rating rated(int value, Scale scale) {
            String word = scale.level(value).orElseThrow().fr();
            if (scale.isPanel()) {
                return new Rating(value + " " + word, null);
            }
            int step = (int) scale.levels().stream()
                    .filter(level -> level.value() < value)
                    .count();
            int above = scale.levels().size() - 1 - step;
            return new Rating("●".repeat(step) + "○".repeat(above) + "  " + value + " " + word, null);
        }

        public static Rating notApplicable(String reason) {
            return new Rating("– Sans objet", reason);
        }

        public static Rating notRated() {
            return new Rating("– Non coté", null);
        }
    }

    /** What kind of thing the auditor found. */
    public enum FindingKind {
        STRENGTH("Point fort", "★"),
        OPPORTUNITY("Piste d'amélioration", "➜"),
        MINOR("Non-conformité mineure", "▲"),
        MAJOR("Non-conformité majeure", "■"),
        /** Taken back by the auditor after the team's reply: told, counted nowhere. */
        WITHDRAWN("Constat retiré", "○");

        private final String title;
        private final String icon;

        FindingKind(String title, String icon) {
            this.title = title;
            this.icon = icon;
        }

        public String title() {
            return title;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * @param reply what the team answered before the report became final
     * @param treatment how the auditor treated the reply
     */
    public record Finding(
            String number,
            FindingKind kind,
            String criterionCode,
            String criterionTitle,
            Place place,
            String text,
            @Nullable String evidence,
            @Nullable String reply,
            @Nullable LocalDate repliedOn,
            @Nullable String treatment) {

        public String heading() {
            return number + "  " + kind.icon() + " " + kind.title();
        }

        public String criterion() {
            return criterionCode + " " + criterionTitle
                    + (place == Place.ORGANISATION
                            ? " – tous canaux"
                            : " – " + place.title().toLowerCase(Locale.FRANCE));
        }
    }

    /** Where an action stands. */
    public enum ActionStatus {
        TO_DO("À faire", "○"),
        IN_PROGRESS("En cours", "◐"),
        DONE("Faite, à vérifier", "●"),
        EFFECTIVE("Efficace", "✔"),
        REOPENED("Rouverte", "↻"),
        ABANDONED("Abandonnée", "✖");

        private final String title;
        private final String icon;

        ActionStatus(String title, String icon) {
            this.title = title;
            this.icon = icon;
        }

        public String title() {
            return title;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * The plan leadership signed.
     *
     * @param signature absent while the plan is not signed
     * @param trail every decision on the plan, oldest first
     */
    public record Plan(@Nullable Signature signature, List<Action> actions, List<TrailEntry> trail) {

        public Plan {
            actions = List.copyOf(actions);
            trail = List.copyOf(trail);
        }
    }

    /**
     * @param sha256 of the exact PDF that was signed
     */
    public record Signature(Person signatory, Instant signedAt, int planVersion, String sha256) {}

    /**
     * @param effectiveness what the person who checked found, or null when it was not checked yet
     */
    public record Action(
            int number,
            String text,
            String findingNumber,
            String criterionCode,
            String owner,
            @Nullable LocalDate dueOn,
            String expectedEffect,
            ActionStatus status,
            @Nullable LocalDate endedOn,
            @Nullable String effectiveness) {

        public String answers() {
            return findingNumber + "\n" + criterionCode;
        }

        boolean ended() {
            return status == ActionStatus.EFFECTIVE || status == ActionStatus.ABANDONED;
        }
    }

    /** One line of the plan's trail. */
    public record TrailEntry(
            Instant at, String who, String capacity, String what, @Nullable String reason, @Nullable String sha256) {

        public String person() {
            return who + "\n" + capacity;
        }

        /** The checksum in groups, so that it can be compared by eye and breaks in a narrow column. */
        public String checksum() {
            return sha256 == null ? "" : grouped(sha256);
        }
    }

    private static String grouped(String sha256) {
        return sha256.replaceAll("(.{8})(?=.)", "$1 ");
    }

    /**
     * The label test on the audit's scores.
     *
     * @param level the level reached, or null when none is
     * @param rules empty as long as the test was not made
     * @param enough for the next level; null at the highest and before the test
     * @param notChecked what the standard asks and the test leaves out, in a sentence
     */
    public record LabelTest(
            @Nullable String level, List<Rule> rules, @Nullable EnoughForLevel enough, @Nullable String notChecked) {

        public LabelTest {
            rules = List.copyOf(rules);
        }

        public String verdict() {
            if (rules.isEmpty()) {
                return "Test du label non effectué";
            }
            return level == null ? "Aucun niveau de label n'est atteint" : "Niveau de label atteint : " + level;
        }

        public String icon() {
            if (rules.isEmpty()) {
                return "–";
            }
            return level == null ? "✖" : "✔";
        }

        public String blockingSentence() {
            int reasons = blocking().size();
            if (rules.isEmpty()) {
                return "Les règles du label seront appliquées aux scores de l'audit.";
            }
            return switch (reasons) {
                case 0 -> "Toutes les règles sont remplies.";
                case 1 -> "Un motif empêche un niveau supérieur : il est au chapitre 9.";
                default -> reasons + " motifs empêchent un niveau supérieur : ils sont au chapitre 9.";
            };
        }

        public @Nullable String enoughTitle() {
            return enough == null ? null : enough.title();
        }

        public @Nullable String enoughSentence() {
            return enough == null ? null : enough.sentence();
        }

        public List<EnoughForLevel.Raise> raises() {
            return enough == null ? List.of() : enough.raises();
        }

        public boolean raised() {
            return !raises().isEmpty();
        }

        /** Every reason that keeps the team from a higher level, in the order of the rules. */
        public List<Blocking> blocking() {
            return rules.stream()
                    .flatMap(rule -> rule.reasons().stream().map(reason -> new Blocking(rule.level(), reason)))
                    .toList();
        }
    }

    /**
     * One rule of one level.
     *
     * @param required and {@code found} in words, exact where the rule tests an exact figure
     * @param reasons each a sentence a team can act on; empty when passed
     */
    public record Rule(
            String level, String title, String required, String found, boolean passed, List<String> reasons) {

        public Rule {
            reasons = List.copyOf(reasons);
        }

        public String outcome() {
            return passed ? "✔ Remplie" : "✖ Non remplie";
        }
    }

    /** A reason that blocks, and the level it blocks. */
    public record Blocking(String level, String reason) {}

    /** A word of the trade and what it means here. */
    public record GlossaryEntry(String term, String definition) {}

    /** Counts for the first page. */
    public record Summary(
            int criteria,
            int themes,
            int indicators,
            long indicatorsOnTarget,
            long indicatorsInAlert,
            long strengths,
            long opportunities,
            long minors,
            long majors,
            int actions,
            long actionsEnded) {

        public String nonconformities() {
            return plural(minors, "mineure") + ", " + plural(majors, "majeure");
        }

        public String scoredOn() {
            return plural(criteria, "critère") + " en " + plural(themes, "thème");
        }

        /** French: nought and one are singular. */
        private static String plural(long count, String word) {
            return count + " " + word + (count > 1 ? "s" : "");
        }
    }
}
