package org.capaccueil.collection.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
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
    public Set<PersonId> enteredBy(EvaluationId id) {
        return Stream.concat(
                        rows.findByEvaluationId(id.value()).stream().map(Measurement::measuredBy),
                        collections.findById(id.value()).map(DataCollection::submittedBy).stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isFrozen(EvaluationId id) {
        return collections.findById(id.value()).filter(DataCollection::isFrozen).isPresent();
    }

    @Override
    public Map<EvaluationId, List<MeasurementView>> ofAll(Collection<EvaluationId> ids) {
        Map<EvaluationId, List<MeasurementView>> found =
                rows.findByEvaluationIdIn(ids.stream().map(EvaluationId::value).toList()).stream()
                        .filter(Measurement::isFilled)
                        .collect(Collectors.groupingBy(
                                Measurement::evaluation, Collectors.mapping(Measurement::view, Collectors.toList())));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }
}
