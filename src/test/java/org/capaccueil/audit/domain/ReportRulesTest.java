package org.capaccueil.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditRating.Answer;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;

/** What has to be there before a report leaves, which answers are possible, and what becomes of a finding. */
class ReportRulesTest {

    private static final EvaluationId EVALUATION = EvaluationId.random();
    private static final LocalDate VISIT = LocalDate.of(2027, 3, 12);

    private final List<AuditRating> ratings = new ArrayList<>();
    private final List<AuditFinding> findings = new ArrayList<>();
    private final DraftCheck check = new DraftCheck(Sample.QUESTIONS, ratings, findings);

    @Test
    void everyQuestionNotRatedIsNamedAtItsPlace() {
        rate(Sample.MANDATORY, Place.COUNTER, 3);

        assertThat(check.missing(VISIT, "Conclusion"))
                .extracting(Missing::anchor)
                .containsExactly("cote-ACC-1-counter", "cote-ACC-2-phone");
    }

    @Test
    void zeroAndNotApplicableAreAnswers() {
        rate(Sample.PLAIN, Place.COUNTER, 0);
        rate(Sample.MANDATORY, Place.COUNTER, 3);
        rate(Sample.MANDATORY, Place.PHONE, 4);
        assertThat(check.missing(VISIT, "Conclusion")).isEmpty();

        ratings.set(0, rating(Sample.PLAIN, Place.COUNTER, Grade.notApplicable("Pas d'horaires")));
        assertThat(check.missing(VISIT, "Conclusion")).isEmpty();
    }

    @Test
    void aMandatoryCriterionBelowTheThresholdNeedsANonconformity() {
        rateAll(2);
        assertThat(check.missing(VISIT, "Conclusion"))
                .as("once for the criterion, and not for the one that is not mandatory")
                .singleElement()
                .satisfies(missing ->
                        assertThat(missing.sentence()).contains("ACC-2").contains("non-conformité"));
        assertThat(check.callsForFinding(Sample.QUESTIONS.get(1), Place.PHONE)).isTrue();
        assertThat(check.callsForFinding(Sample.QUESTIONS.get(0), Place.COUNTER))
                .isFalse();

        findings.add(finding(FindingKind.OPPORTUNITY, "ACC-2"));
        findings.add(finding(FindingKind.MAJOR, "ACC-1"));
        assertThat(check.missing(VISIT, "Conclusion")).hasSize(1);

        findings.add(finding(FindingKind.MINOR, "ACC-2"));
        assertThat(check.missing(VISIT, "Conclusion")).isEmpty();
        assertThat(check.callsForFinding(Sample.QUESTIONS.get(1), Place.PHONE)).isFalse();
    }

    @Test
    void theThresholdItselfConforms() {
        rateAll(3);

        assertThat(check.missing(VISIT, "Conclusion")).isEmpty();
        assertThat(check.callsForFinding(Sample.QUESTIONS.get(1), Place.COUNTER))
                .isFalse();
    }

    @Test
    void aReportNeedsAnAnswerToEveryReplyAndItsNonconformitiesStill() {
        rateAll(2);
        AuditFinding finding = finding(FindingKind.MINOR, "ACC-2");
        findings.add(finding);
        assertThat(check.untreated("Conclusion")).isEmpty();

        finding.reply("Nous avons corrigé");
        assertThat(check.untreated("Conclusion")).extracting(Missing::anchor).containsExactly("constat-1");

        finding.treat(Treatment.WITHDRAWN, "Vu la preuve", FindingKind.MINOR, "");
        assertThat(check.untreated("Conclusion"))
                .as("the rating is still below: it has to be corrected too, or the finding maintained")
                .extracting(Missing::anchor)
                .containsExactly("cote-ACC-2-counter");
        assertThat(check.untreated(null)).extracting(Missing::anchor).contains("conclusion");
    }

    @Test
    void thereIsNoFindingWithoutEvidenceOrWords() {
        assertThatThrownBy(() -> new AuditFinding(
                        EVALUATION, 1, new FindingDraft(FindingKind.STRENGTH, "ACC-1", Place.COUNTER, "Vu", " ")))
                .hasMessageContaining("preuve");
        assertThatThrownBy(() -> new AuditFinding(
                        EVALUATION, 1, new FindingDraft(FindingKind.STRENGTH, "ACC-1", Place.COUNTER, "", "Vu")))
                .hasMessageContaining("Décrivez");
        assertThatThrownBy(() -> new AuditFinding(
                        EVALUATION,
                        1,
                        new FindingDraft(FindingKind.STRENGTH, "ACC-1", Place.COUNTER, "x".repeat(4_001), "Vu")))
                .hasMessageContaining("4001");
    }

    @Test
    void aFindingTheTeamDidNotReplyToIsNotTreated() {
        AuditFinding finding = finding(FindingKind.MINOR, "ACC-1");

        assertThatThrownBy(() -> finding.treat(Treatment.WITHDRAWN, "x", FindingKind.MINOR, ""))
                .hasMessageContaining("n'a pas répondu");
    }

    @Test
    void treatingNeedsWordsAndAmendingAChange() {
        AuditFinding finding = finding(FindingKind.MINOR, "ACC-1");
        finding.reply("Réponse");

        assertThatThrownBy(() -> finding.treat(Treatment.MAINTAINED, " ", FindingKind.MINOR, ""))
                .hasMessageContaining("Dites à l'équipe");
        assertThatThrownBy(() -> finding.treat(Treatment.AMENDED, "Oui", FindingKind.MINOR, finding.text()))
                .hasMessageContaining("Rien n'est modifié");
        finding.treat(Treatment.AMENDED, "Oui", FindingKind.OPPORTUNITY, finding.text());

        assertThat(finding.kind()).isEqualTo(FindingKind.OPPORTUNITY);
        assertThat(finding.isNonconformity()).isFalse();
    }

    @Test
    void maintainingKeepsKindAndTextWhateverTheFormSent() {
        AuditFinding finding = finding(FindingKind.MINOR, "ACC-1");
        finding.reply("Réponse");

        finding.treat(Treatment.MAINTAINED, "Non", FindingKind.STRENGTH, "Autre texte");

        assertThat(finding.kind()).isEqualTo(FindingKind.MINOR);
        assertThat(finding.text()).isEqualTo("Constat");
    }

    @Test
    void anEmptyReplyTakesTheReplyBack() {
        AuditFinding finding = finding(FindingKind.MINOR, "ACC-1");
        finding.reply("Réponse");

        finding.reply("  ");

        assertThat(finding.reply()).isNull();
    }

    @Test
    void notApplicableIsForWhatIsNotMandatoryAndWithinTheScale() {
        Grade none = Grade.notApplicable("Pas de standard téléphonique");
        assertThatCode(() -> RatingRule.require(none, Sample.QUESTIONS.get(0))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RatingRule.require(none, Sample.QUESTIONS.get(1)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("obligatoire");
        assertThatThrownBy(() -> RatingRule.require(Grade.of(5), Sample.QUESTIONS.get(0)))
                .hasMessageContaining("échelle");
        Question strict = Grids.question(Sample.PLAIN, Grids.scale(false), Place.COUNTER);
        assertThatThrownBy(() -> RatingRule.require(none, strict)).hasMessageContaining("ne connaît pas");
    }

    private void rateAll(int grade) {
        rate(Sample.PLAIN, Place.COUNTER, grade);
        rate(Sample.MANDATORY, Place.COUNTER, grade);
        rate(Sample.MANDATORY, Place.PHONE, grade);
    }

    private void rate(Criterion criterion, Place place, int grade) {
        ratings.add(rating(criterion, place, Grade.of(grade)));
    }

    private static AuditRating rating(Criterion criterion, Place place, Grade grade) {
        return new AuditRating(
                EVALUATION, criterion.code(), place, new Answer(grade, null, false), PersonId.random(), Instant.EPOCH);
    }

    private AuditFinding finding(FindingKind kind, String criterion) {
        return new AuditFinding(
                EVALUATION,
                findings.size() + 1,
                new FindingDraft(kind, criterion, Place.COUNTER, "Constat", "Observation"));
    }
}
