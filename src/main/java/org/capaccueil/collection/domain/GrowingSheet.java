package org.capaccueil.collection.domain;

import java.util.UUID;
import org.capaccueil.campaign.ChannelsTakenIn;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standards;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** New channels are new figures to enter; once the figures are submitted, why there is none takes their place. */
@Component
class GrowingSheet {

    private final DataCollections collections;
    private final MeasurementRows rows;
    private final Evaluations evaluations;
    private final Standards standards;

    GrowingSheet(DataCollections collections, MeasurementRows rows, Evaluations evaluations, Standards standards) {
        this.collections = collections;
        this.rows = rows;
        this.evaluations = evaluations;
        this.standards = standards;
    }

    @EventListener
    void explainWhatIsNotMeasured(ChannelsTakenIn news) {
        UUID id = news.evaluation().value();
        if (collections.toSubmit(id).map(DataCollection::isOpen).orElse(true)) {
            return;
        }
        EvaluationView evaluation = evaluations.get(news.evaluation());
        for (Indicator indicator : standards.content(evaluation.standard()).indicatorsFor(evaluation.channels())) {
            for (Channel channel : news.added()) {
                if (indicator.channels().contains(channel)) {
                    rows.ensure(UUID.randomUUID(), id, indicator.code(), channel.name());
                    rows.toFill(id, indicator.code(), channel).leaveOut(news.because() + ", après la collecte");
                }
            }
        }
    }
}
