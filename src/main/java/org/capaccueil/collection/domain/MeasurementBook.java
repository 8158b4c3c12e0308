package org.capaccueil.collection.domain;

import java.util.Arrays;
import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other rooms about a team's figures. */
@Service
@Transactional(readOnly = true)
class MeasurementBook implements Measurements {

    private final DataCollections collections;
    private final MeasurementRows rows;
    private final Evaluations evaluations;
    private final Standards standards;

    MeasurementBook(DataCollections collections, MeasurementRows rows, Evaluations evaluations, Standards standards) {
        this.collections = collections;
        this.rows = rows;
        this.evaluations = evaluations;
        this.standards = standards;
    }

    @Override
    public List<MeasurementView> of(EvaluationId id) {
        List<Measurement> kept = rows.findByEvaluationId(id.value()).stream()
                .filter(Measurement::isFilled)
                .toList();
        EvaluationView evaluation = evaluations.get(id);
        return standards.content(evaluation.standard()).indicatorsFor(evaluation.channels()).stream()
                .flatMap(indicator -> Arrays.stream(Channel.values())
                        .flatMap(channel -> kept.stream().filter(row -> row.isFor(indicator, channel))))
                .map(Measurement::view)
                .toList();
    }

    @Override
    public boolean isFrozen(EvaluationId id) {
        return collections.findById(id.value()).filter(DataCollection::isFrozen).isPresent();
    }
}
