package org.capaccueil.collection.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A team enters its figures, line by line, and submits them. */
@Service
@Transactional
public class Measuring {

    private static final String SUBJECT = "Collecte des données";

    /** Who typed a figure is for the team alone. */
    private static final String THE_TEAM = "l'équipe";

    private final DataCollections collections;
    private final MeasurementRows rows;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Organisation organisation;
    private final SheetLines lines;
    private final CollectionProcess process;
    private final Trail trail;
    private final Clock clock;

    Measuring(
            DataCollections collections,
            MeasurementRows rows,
            Evaluations evaluations,
            Standards standards,
            Organisation organisation,
            SheetLines lines,
            CollectionProcess process,
            Trail trail,
            Clock clock) {
        this.collections = collections;
        this.rows = rows;
        this.evaluations = evaluations;
        this.standards = standards;
        this.organisation = organisation;
        this.lines = lines;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CollectionSheet sheet(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        DataCollection collection = collections.findById(id.value()).orElseThrow(NotFound::new);
        CampaignFrame campaign = evaluations.frame(evaluation.campaign());
        LocalDate today = today();
        PersonId by = collection.submittedBy();
        boolean insider = actor.belongsTo(evaluation.team());
        return new CollectionSheet(
                evaluation,
                collection.isOpen() && evaluation.isOpen() && actor.belongsTo(evaluation.team()),
                by == null ? null : insider ? organisation.person(by).name() : THE_TEAM,
                collection.submittedAt(),
                campaign.surveyUntil() == null || campaign.surveyUntil().isBefore(today)
                        ? null
                        : campaign.surveyUntil(),
                earlier(campaign.periodStart(), today),
                earlier(campaign.periodEnd(), today),
                lines.of(evaluation, campaign, collection.isOpen()).rows().stream()
                        .map(row -> insider || row.measuredBy() == null ? row : row.typedBy(THE_TEAM))
                        .toList());
    }

    /**
     * Keeps one line as it is given.
     *
     * @param version the version the person saw
     * @throws ChangedMeanwhile when somebody saved something else since
     */
    public void save(Actor actor, EvaluationId id, String code, Channel channel, long version, Figures figures) {
        EvaluationView evaluation = ownTeams(actor, id);
        Indicator indicator = indicator(evaluation, code, channel);
        figures.requirePlausible(indicator, today());
        collections.toFill(id.value()).orElseThrow(NotFound::new).requireOpen();
        rows.ensure(UUID.randomUUID(), id.value(), code, channel.name());
        Measurement row = rows.toFill(id.value(), code, channel);
        if (row.says(indicator, figures)) {
            return;
        }
        if (row.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a enregistré « " + indicator.titleFr() + " · " + channel.title()
                            + " » pendant que vous le remplissiez. Choisissez la version à garder.",
                    differences(indicator, row.figures(indicator), figures));
        }
        String before = row.isFilled() ? FrenchFigures.sentence(indicator, row.view()) : null;
        row.measure(indicator, figures, actor.id(), today(), clock.instant());
        trail.record(
                actor.asMemberOf(evaluation.team()),
                Event.on(id, code + " · " + channel.title(), "Relevé")
                        .change(before, FrenchFigures.sentence(indicator, row.view()))
                        .because(figures.unavailable())
                        .namelessOutside());
        rows.flush();
    }

    public void submit(Actor actor, EvaluationId id) {
        EvaluationView evaluation = ownTeams(actor, id);
        DataCollection collection = collections.toSubmit(id.value()).orElseThrow(NotFound::new);
        SheetLines.Sheet sheet = lines.of(evaluation, evaluations.frame(evaluation.campaign()), collection.isOpen());
        collection.submit(
                actor.id(), sheet.rows().stream().filter(row -> !row.isReady()).toList(), clock.instant());
        takeOver(id, sheet);
        trail.record(actor.asMemberOf(evaluation.team()), Event.on(id, SUBJECT, "Chiffres soumis"));
        process.submitted(id, actor);
    }

    /** Whatever the team has not said itself, the commune's own figures say from now on. */
    private void takeOver(EvaluationId id, SheetLines.Sheet sheet) {
        sheet.rows().stream().filter(line -> !line.isFilled()).forEach(line -> {
            String code = line.indicator().code();
            rows.ensure(UUID.randomUUID(), id.value(), code, line.channel().name());
            Measurement row = rows.toFill(id.value(), code, line.channel());
            row.takeOver(line.indicator(), sheet.known(line), clock.instant());
            trail.recordBySystem(Event.on(id, code + " · " + line.channel().title(), "Chiffre de la commune repris")
                    .change(null, FrenchFigures.sentence(line.indicator(), row.view())));
        });
    }

    private EvaluationView ownTeams(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!actor.belongsTo(evaluation.team())) {
            throw new NotAllowed("Seuls les membres de l'équipe « " + evaluation.teamName()
                    + " » entrent ses chiffres. Vous pouvez les lire.");
        }
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen();
        }
        return evaluation;
    }

    private Indicator indicator(EvaluationView evaluation, String code, Channel channel) {
        return standards
                .content(evaluation.standard())
                .indicator(code)
                .filter(found -> found.channels().contains(channel)
                        && evaluation.channels().contains(channel))
                .orElseThrow(NotFound::new);
    }

    private static List<Difference> differences(Indicator indicator, Figures saved, Figures yours) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "Chiffre", FrenchFigures.figure(indicator, saved), FrenchFigures.figure(indicator, yours));
        add(differences, "Période", FrenchFigures.period(saved), FrenchFigures.period(yours));
        add(differences, "Source", saved.source(), yours.source());
        add(differences, "Note", saved.note(), yours.note());
        return differences;
    }

    private static void add(
            List<Difference> differences, String label, @Nullable String saved, @Nullable String yours) {
        if (!Objects.equals(saved, yours)) {
            differences.add(new Difference(label, saved == null ? "" : saved, yours == null ? "" : yours));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
