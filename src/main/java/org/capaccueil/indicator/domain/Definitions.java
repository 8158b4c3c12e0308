package org.capaccueil.indicator.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Indicator.Direction;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a commune follows: everybody of it reads, quality managers define, change and retire. */
@Service
@Transactional
public class Definitions {

    private final AllSeries series;
    private final Editions editions;
    private final ShippedSeries shipped;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    Definitions(
            AllSeries series,
            Editions editions,
            ShippedSeries shipped,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.series = series;
        this.editions = editions;
        this.shipped = shipped;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everything the commune follows or once followed, by code. */
    public List<SeriesView> of(CommuneId commune) {
        shipped.give(commune);
        return opened(commune);
    }

    /** The same as far as the commune has opened them: reads only. */
    List<SeriesView> opened(CommuneId commune) {
        List<IndicatorSeries> all = series.findByCommuneIdOrderByCode(commune.value());
        List<IndicatorEdition> how =
                editions.findBySeriesIdIn(all.stream().map(IndicatorSeries::id).toList());
        return all.stream().map(one -> one.view(how)).toList();
    }

    /** The series of the commune with this code, in use or not. */
    public SeriesView coded(CommuneId commune, String code) {
        shipped.give(commune);
        return view(series.findByCommuneIdAndCode(commune.value(), code).orElseThrow(NotFound::new));
    }

    /** For who will change it. */
    public SeriesView toChange(Actor actor, UUID id) {
        return view(own(actor, id));
    }

    public UUID define(Actor actor, SeriesDraft draft) {
        actor.require(Role.QUALITY_MANAGER);
        shipped.give(actor.commune());
        requireOwner(actor, draft.owner());
        if (series.findByCommuneIdAndCode(actor.commune().value(), draft.code()).isPresent()) {
            throw new BusinessRefusal(
                    "code",
                    "Ce code est déjà celui d'un indicateur de la commune, en service ou retiré. Choisissez-en un autre.");
        }
        IndicatorSeries one = series.saveAndFlush(new IndicatorSeries(actor.commune(), draft, false));
        editions.save(new IndicatorEdition(one.id(), 1, draft, clock.instant()));
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(subject(draft), "Indicateur défini").change(null, inWords(draft)));
        return one.id();
    }

    /**
     * Changes a definition; another formula, unit or frequency begins a new edition and leaves old values theirs.
     *
     * @param version the one the person saw
     * @throws ChangedMeanwhile when somebody saved something else since
     */
    public void change(Actor actor, UUID id, long version, SeriesDraft draft) {
        IndicatorSeries one = own(actor, id);
        requireOwner(actor, draft.owner());
        SeriesView before = view(one);
        if (one.version() != version) {
            List<Difference> differences = differences(before.draft(), draft);
            if (!differences.isEmpty()) {
                throw new ChangedMeanwhile(
                        "Quelqu'un d'autre a enregistré cet indicateur pendant que vous l'aviez ouvert. Rien n'est "
                                + "perdu : voici les deux versions.",
                        differences);
            }
        }
        IndicatorEdition current = editions.findBySeriesIdIn(List.of(id)).stream()
                .filter(edition -> edition.view().number() == one.edition())
                .findFirst()
                .orElseThrow();
        IndicatorEdition begun = one.change(draft, current, clock.instant());
        if (begun != null) {
            series.flush();
            editions.save(begun);
        }
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(
                                subject(draft),
                                begun == null
                                        ? "Indicateur modifié"
                                        : "Indicateur modifié : édition " + one.edition() + " de son calcul")
                        .change(inWords(before.draft()), inWords(draft)));
    }

    public void retire(Actor actor, UUID id, String reason) {
        IndicatorSeries one = own(actor, id);
        one.retire(reason, clock.instant());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(subject(view(one).draft()), "Indicateur retiré").because(reason.strip()));
    }

    public void takeUpAgain(Actor actor, UUID id) {
        IndicatorSeries one = own(actor, id);
        one.takeUpAgain(clock.instant());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(subject(view(one).draft()), "Indicateur remis en service"));
    }

    private IndicatorSeries own(Actor actor, UUID id) {
        IndicatorSeries one = series.hold(id)
                .filter(found -> found.commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
        actor.require(Role.QUALITY_MANAGER);
        return one;
    }

    private void requireOwner(Actor actor, Owner owner) {
        PersonId person = owner.person();
        if (person != null
                && organisation.peopleOf(actor.commune()).stream()
                        .noneMatch(one -> one.id().equals(person))) {
            throw new BusinessRefusal("owner", "Choisissez quelqu'un de la commune.");
        }
    }

    private SeriesView view(IndicatorSeries one) {
        return one.view(editions.findBySeriesIdIn(List.of(one.id())));
    }

    private static String subject(SeriesDraft draft) {
        return draft.code() + " · " + draft.title();
    }

    private String inWords(SeriesDraft draft) {
        return words(draft).stream()
                .map(word -> word.label() + " : " + word.saved())
                .collect(Collectors.joining(" ; "));
    }

    private List<Difference> differences(SeriesDraft saved, SeriesDraft yours) {
        List<Difference> before = words(saved);
        List<Difference> after = words(yours);
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).saved().equals(after.get(i).saved())) {
                differences.add(new Difference(
                        before.get(i).label(),
                        before.get(i).saved(),
                        after.get(i).saved()));
            }
        }
        return differences;
    }

    private List<Difference> words(SeriesDraft draft) {
        return List.of(
                word("Titre", draft.title()),
                word(
                        "Calcul",
                        draft.formula().kind().title() + " = " + draft.formula().inWords()),
                word("Unité", draft.unit()),
                word("Sens", draft.direction() == Direction.HIGHER ? "plus est mieux" : "moins est mieux"),
                word("Cible", FrenchValues.plain(draft.target())),
                word("Alerte", FrenchValues.plain(draft.alert())),
                word("Fréquence", draft.frequency().title()),
                word("Sur plusieurs périodes", draft.gathering().title()),
                word(
                        "Canaux",
                        draft.channels().stream().sorted().map(Channel::title).collect(Collectors.joining(", "))),
                word("Base minimale", String.valueOf(draft.minBase())),
                word("Source", draft.source()),
                word("Origine de la cible", draft.provenance()),
                word("Responsable", ownerInWords(draft.owner())));
    }

    private String ownerInWords(Owner owner) {
        PersonId person = owner.person();
        if (person != null) {
            return organisation.person(person).capacity();
        }
        Role role = owner.role();
        return role == null ? "" : role.title();
    }

    private static Difference word(String label, @Nullable String value) {
        return new Difference(label, value == null ? "" : value, "");
    }
}
