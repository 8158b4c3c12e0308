package org.capaccueil.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final Instant NOW = Instant.parse("2027-03-12T09:00:00Z");
    private static final PersonId AUDITOR = PersonId.random();
    private static final PersonId OTHER = PersonId.random();
    private static final DraftCheck NOTHING_ASKED = new DraftCheck(List.of(), List.of(), List.of());

    private final Audit audit = new Audit(EvaluationId.random());
    private final Independence independence =
            Sample.independence(Sample.auditor(AUDITOR, Sample.NEIGHBOUR), Sample.auditor(OTHER, Sample.NEIGHBOUR));

    @Test
    void aVisitCannotBePlannedInThePast() {
        assertThatThrownBy(() -> audit.assign(AUDITOR, TODAY.minusDays(1), TODAY, independence))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("plannedVisit"));
        assertThat(audit.status()).isEqualTo(Status.TO_ASSIGN);
    }

    @Test
    void anAuditIsAssignedOnce() {
        assign();

        assertThatThrownBy(() -> audit.assign(OTHER, null, TODAY, independence)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void nothingIsRatedOrFoundBeforeIndependenceIsDeclared() {
        assign();

        assertThatThrownBy(() -> audit.requireWriting(AUDITOR)).hasMessageContaining("Signez d'abord");
        assertThatThrownBy(() -> audit.requireFinding(AUDITOR)).hasMessageContaining("Signez d'abord");
        declare();
        audit.requireWriting(AUDITOR);
        audit.requireFinding(AUDITOR);
    }

    @Test
    void noVisitIsPlannedBeforeIndependenceIsDeclared() {
        assign();

        assertThatThrownBy(() -> audit.note(AUDITOR, TODAY, "")).hasMessageContaining("ne se planifie");
        declare();
        audit.note(AUDITOR, TODAY, "");
    }

    @Test
    void anAuditorWithADeclaredLinkWaitsAndCountsFromTheSignatureOnceKept() {
        declareLink();

        assertThat(audit.status()).isEqualTo(Status.LINK_DECLARED);
        assertThatThrownBy(() -> audit.requireWriting(AUDITOR)).isInstanceOf(StepNoLongerOpen.class);
        audit.keepDespiteLink(NOW);
        audit.requireWriting(AUDITOR);
        assertThat(audit.summary().independenceDeclaredAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> audit.keepDespiteLink(NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void anAuditorReplacedForALinkIsNotAskedAgain() {
        declareLink();

        audit.replaceForLink("Lien de famille", NOW);

        assertThat(audit.status()).isEqualTo(Status.TO_ASSIGN);
        assertThat(audit.summary().auditor()).isNull();
        assertThat(audit.hasSetAside(AUDITOR)).isTrue();
    }

    @Test
    void theAuditorDoesNotReplyForTheTeam() {
        assign();

        assertThatThrownBy(() -> audit.requireReplyBy(AUDITOR)).isInstanceOf(NotAllowed.class);
        audit.requireReplyBy(OTHER);
    }

    @Test
    void nobodyElseActsForTheAuditor() {
        assign();
        declare();

        assertThatThrownBy(() -> audit.requireWriting(OTHER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> audit.note(OTHER, TODAY, "x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> audit.recuse(OTHER, "x", NOW)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> audit.conclude(OTHER, NOTHING_ASKED, independence, TODAY, NOW))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> audit.declareIndependence(OTHER, false, NOW, independence))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void steppingAsideNeedsAReasonAndForgetsWhatWasTheAuditorsOwn() {
        assign();
        declare();
        audit.note(AUDITOR, TODAY, "Début de conclusion");

        assertThatThrownBy(() -> audit.recuse(AUDITOR, "  ", NOW)).hasMessageContaining("pourquoi");
        assertThatThrownBy(() -> audit.recuse(AUDITOR, "x".repeat(1_001), NOW)).hasMessageContaining("1001");
        audit.recuse(AUDITOR, "Lien de famille", NOW);

        assertThat(audit.status()).isEqualTo(Status.TO_ASSIGN);
        assertThat(audit.summary().auditor()).isNull();
        assertThat(audit.summary().conclusion()).isNull();
        assertThat(audit.summary().visitedOn()).isNull();
        assertThat(audit.summary().independenceDeclaredAt()).isNull();
        assertThat(audit.hasSetAside(AUDITOR)).isTrue();
        assertThat(audit.hasSetAside(OTHER)).isFalse();
    }

    @Test
    void anAuditIsNotConcludedBeforeTheVisit() {
        assign();
        declare();
        audit.note(AUDITOR, TODAY.plusDays(1), "Conclusion");

        assertThatThrownBy(() -> audit.conclude(AUDITOR, NOTHING_ASKED, independence, TODAY, NOW))
                .hasMessageContaining("à venir");
        assertThat(audit.status()).isEqualTo(Status.ON_SITE);
    }

    @Test
    void visitAndConclusionAreAskedFor() {
        assign();
        declare();

        assertThatThrownBy(() -> audit.conclude(AUDITOR, NOTHING_ASKED, independence, TODAY, NOW))
                .isInstanceOf(AuditIncomplete.class)
                .hasMessageContaining("Date de la visite")
                .hasMessageContaining("Conclusion");
    }

    @Test
    void theTeamHasUntilTheEndOfTheLastDay() {
        conclude();
        audit.openRightOfReply(30);

        // 11 avril 2027, 23 h 59 min 59 s à Paris
        Instant end = Instant.parse("2027-04-11T21:59:59Z");
        assertThat(audit.replyEnds(30)).isEqualTo(end);
        audit.requireReplyOpen(end);
        assertThatThrownBy(() -> audit.requireReplyOpen(end.plusSeconds(1)))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("écoulé");
    }

    @Test
    void openingTheRightOfReplyAgainDoesNotMoveItsEnd() {
        conclude();
        audit.openRightOfReply(30);

        audit.openRightOfReply(60);

        assertThat(audit.replyEndsAt()).contains(Instant.parse("2027-04-11T21:59:59Z"));
    }

    @Test
    void aConcludedDraftIsRatedNoMoreUntilTheReplyIsIn() {
        conclude();
        audit.openRightOfReply(30);

        assertThatThrownBy(() -> audit.requireWriting(AUDITOR)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> audit.requireFinding(AUDITOR)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> audit.recuse(AUDITOR, "trop tard", NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> audit.finalise(AUDITOR, NOTHING_ASKED, NOW)).isInstanceOf(StepNoLongerOpen.class);
        audit.reply(OTHER, NOW);
        audit.requireWriting(AUDITOR);
        assertThatThrownBy(() -> audit.requireFinding(AUDITOR))
                .as("findings are treated now, not made")
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aReplyIsGivenOnce() {
        conclude();
        audit.openRightOfReply(30);
        audit.reply(OTHER, NOW);

        assertThatThrownBy(() -> audit.reply(OTHER, NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThat(audit.repliedBy()).contains(OTHER);
    }

    @Test
    void theEndOfTheTimeAfterAReplyChangesNothing() {
        conclude();
        audit.openRightOfReply(30);
        audit.reply(OTHER, NOW);
        audit.finalise(AUDITOR, NOTHING_ASKED, NOW);
        audit.close(NOW);

        audit.closeWithoutReply();
        audit.close(NOW.plusSeconds(60));

        assertThat(audit.status()).isEqualTo(Status.CLOSED);
        assertThat(audit.summary().closedAt()).isEqualTo(NOW);
    }

    @Test
    void aReportGivenOutIsNotTouchedAnyMoreEvenBeforeTheProcessFreezesIt() {
        conclude();
        audit.openRightOfReply(30);
        audit.closeWithoutReply();
        audit.finalise(AUDITOR, NOTHING_ASKED, NOW);

        assertThatThrownBy(() -> audit.finalise(AUDITOR, NOTHING_ASKED, NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> audit.requireWriting(AUDITOR)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> audit.note(AUDITOR, TODAY, "autre")).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aHugeConclusionIsRefusedWithItsLength() {
        assign();
        declare();

        assertThatThrownBy(() -> audit.note(AUDITOR, TODAY, "x".repeat(8_001))).hasMessageContaining("8001");
    }

    private void assign() {
        audit.assign(AUDITOR, null, TODAY, independence);
    }

    private void declareLink() {
        assign();
        audit.declareIndependence(AUDITOR, true, NOW, independence);
    }

    private void declare() {
        audit.declareIndependence(AUDITOR, false, NOW, independence);
    }

    private void conclude() {
        assign();
        declare();
        audit.note(AUDITOR, TODAY, "Conclusion");
        audit.conclude(AUDITOR, NOTHING_ASKED, independence, TODAY, NOW);
    }
}
