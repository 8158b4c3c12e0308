package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.EvidenceFile;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files and links the team gives as evidence for a criterion; removable while the self-assessment is open. */
@Service
@Transactional
public class EvidenceDesk {

    private static final int MOST_A_CRITERION = 20;

    private final AssessmentDesk desk;
    private final EvidencePieces pieces;
    private final EvidenceContents contents;
    private final Evaluations evaluations;
    private final Trail trail;
    private final Clock clock;

    EvidenceDesk(
            AssessmentDesk desk,
            EvidencePieces pieces,
            EvidenceContents contents,
            Evaluations evaluations,
            Trail trail,
            Clock clock) {
        this.desk = desk;
        this.pieces = pieces;
        this.contents = contents;
        this.evaluations = evaluations;
        this.trail = trail;
        this.clock = clock;
    }

    public void addFile(Actor actor, EvaluationId id, String criterion, String name, byte[] bytes) {
        EvaluationView evaluation = requireRoom(actor, id, criterion, "file");
        CheckedFile file = CheckedFile.of(name, bytes);
        Evidence evidence =
                pieces.saveAndFlush(Evidence.ofFile(id.value(), criterion, file, actor.id(), clock.instant()));
        contents.save(new EvidenceContent(evidence.id(), file.bytes()));
        trail.record(
                actor.asMemberOf(evaluation.team()),
                Event.on(id, criterion, "Preuve ajoutée")
                        .change(null, file.name() + " (SHA-256 " + file.sha256() + ")")
                        .namelessOutside());
    }

    public void addLink(Actor actor, EvaluationId id, String criterion, String title, String address) {
        EvaluationView evaluation = requireRoom(actor, id, criterion, "link");
        CheckedLink link = CheckedLink.of(title, address);
        pieces.save(Evidence.ofLink(id.value(), criterion, link, actor.id(), clock.instant()));
        trail.record(
                actor.asMemberOf(evaluation.team()),
                Event.on(id, criterion, "Preuve ajoutée")
                        .change(null, link.address())
                        .namelessOutside());
    }

    public void remove(Actor actor, EvaluationId id, UUID piece) {
        EvaluationView evaluation = desk.toGiveEvidence(actor, id);
        Evidence evidence = piece(id, piece);
        // the bytes go with it: the database cascades
        pieces.delete(evidence);
        trail.record(
                actor.asMemberOf(evaluation.team()),
                Event.on(id, evidence.criterion(), "Preuve retirée")
                        .change(evidence.title(), null)
                        .namelessOutside());
    }

    @Transactional(readOnly = true)
    public EvidenceFile file(Actor actor, EvaluationId id, UUID piece) {
        evaluations.visibleTo(actor, id);
        Evidence evidence = piece(id, piece);
        String type = evidence.contentType();
        if (type == null) {
            throw new NotFound();
        }
        byte[] bytes = contents.findById(piece).orElseThrow(NotFound::new).bytes();
        return new EvidenceFile(evidence.title(), type, bytes);
    }

    private EvaluationView requireRoom(Actor actor, EvaluationId id, String criterion, String field) {
        EvaluationView evaluation = desk.toGiveEvidence(actor, id);
        desk.question(evaluation, criterion);
        if (pieces.countByEvaluationIdAndCriterion(id.value(), criterion) >= MOST_A_CRITERION) {
            throw new BusinessRefusal(
                    field,
                    "Ce critère a déjà " + MOST_A_CRITERION + " preuves. Retirez-en une, ou regroupez-les dans un "
                            + "seul document.");
        }
        return evaluation;
    }

    private Evidence piece(EvaluationId id, UUID piece) {
        return pieces.findById(piece).filter(found -> found.isOf(id.value())).orElseThrow(NotFound::new);
    }
}
