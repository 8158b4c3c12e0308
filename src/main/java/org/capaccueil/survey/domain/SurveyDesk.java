package org.capaccueil.survey.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveyPlan.Place;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quality managers prepare surveys, open and close them. */
@Service
@Transactional
public class SurveyDesk {

    private final SurveyRows surveys;
    private final SurveyWays ways;
    private final Questionnaires questionnaires;
    private final SurveySight sight;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    SurveyDesk(
            SurveyRows surveys,
            SurveyWays ways,
            Questionnaires questionnaires,
            SurveySight sight,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.surveys = surveys;
        this.ways = ways;
        this.questionnaires = questionnaires;
        this.sight = sight;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    public SurveyId prepare(Actor actor, SurveyPlan plan) {
        actor.require(Role.QUALITY_MANAGER);
        SurveyId id = lay(actor.commune(), plan).id();
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(plan.title(), "Enquête préparée").change(null, inWords(plan)));
        return id;
    }

    /** Changes one that is not open yet; ways that are still asked keep their addresses, which may be printed already. */
    public void change(Actor actor, SurveyId id, long version, SurveyPlan plan) {
        Seen seen = held(actor, id);
        SurveyView before = seen.survey().view();
        if (before.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié cette enquête pendant que vous l'aviez ouverte. Rien n'est perdu : "
                            + "voici les deux versions.",
                    List.of(new Difference("Enquête", inWords(before, seen.ways()), inWords(plan))));
        }
        plan.requireSound(PublicTime.today(clock));
        requireAskable(actor.commune(), plan);
        seen.survey().change(plan);
        layWays(seen.survey(), actor.commune(), plan);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(plan.title(), "Enquête modifiée").change(inWords(before, seen.ways()), inWords(plan)));
    }

    /**
     * Lets residents answer, from its first day on.
     *
     * @param version what was read: what somebody else changed since is not opened unseen
     * @return whether they can do so now
     */
    public boolean open(Actor actor, SurveyId id, long version) {
        Seen seen = held(actor, id);
        Survey survey = seen.survey();
        if (survey.view().isPrepared() && survey.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié cette enquête depuis que vous l'avez lue. Relisez-la, puis ouvrez-la.",
                    List.of(new Difference(
                            "Enquête", inWords(survey.view(), seen.ways()), "Ouvrir ce que vous aviez lu")));
        }
        requireAskable(actor.commune(), survey.view().questionnaire());
        survey.view()
                .sampling()
                .requireReachedBy(seen.ways().stream().map(WayView::kind).toList());
        survey.open(clock.instant());
        SurveyView view = survey.view();
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(
                        view.title(),
                        view.isOpen()
                                ? "Enquête ouverte"
                                : "Enquête à ouvrir le " + PublicTime.inWords(view.firstDay())));
        return view.isOpen();
    }

    public void close(Actor actor, SurveyId id) {
        Survey survey = held(actor, id).survey();
        survey.close(clock.instant());
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general(survey.view().title(), "Enquête close"));
    }

    /** For a process: lays and opens one at once, on every channel of the given teams. */
    Survey openAtOnce(CommuneId commune, SurveyPlan plan) {
        Survey survey = lay(commune, plan);
        survey.open(clock.instant());
        trail.recordBySystem(Event.general(plan.title(), "Enquête ouverte"));
        return survey;
    }

    /** For a process: closes one that is still open. */
    void closeAtOnce(SurveyId id) {
        surveys.hold(id.value()).filter(survey -> survey.view().isOpen()).ifPresent(survey -> {
            survey.close(clock.instant());
            trail.recordBySystem(Event.general(survey.view().title(), "Enquête close"));
        });
    }

    /** Opens one whose first day has come; what it asks may have been withdrawn for new surveys meanwhile. */
    void openDue(UUID id) {
        surveys.hold(id).filter(survey -> survey.isDue(PublicTime.today(clock))).ifPresent(survey -> {
            survey.open(clock.instant());
            trail.recordBySystem(Event.general(survey.view().title(), "Enquête ouverte à son premier jour"));
        });
    }

    /** Closes one whose last day is over; the rounds do, each survey in its own transaction. */
    void closeOver(UUID id) {
        surveys.hold(id)
                .filter(survey -> survey.isOver(PublicTime.today(clock)))
                .ifPresent(survey -> {
                    survey.close(clock.instant());
                    trail.recordBySystem(Event.general(survey.view().title(), "Enquête close à son terme"));
                });
    }

    private Seen held(Actor actor, SurveyId id) {
        Seen seen = sight.held(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return seen;
    }

    private Survey lay(CommuneId commune, SurveyPlan plan) {
        plan.requireSound(PublicTime.today(clock));
        requireAskable(commune, plan);
        Survey survey = surveys.save(new Survey(commune, plan));
        layWays(survey, commune, plan);
        return survey;
    }

    private void requireAskable(CommuneId commune, SurveyPlan plan) {
        requireAskable(commune, Objects.requireNonNull(plan.questionnaire()));
    }

    private void requireAskable(CommuneId commune, UUID questionnaire) {
        questionnaires
                .findById(questionnaire)
                .filter(one -> one.isOf(commune))
                .orElseThrow(() -> new BusinessRefusal(
                        "questionnaire", "Ce questionnaire n'est pas de votre commune : choisissez-en un de la liste."))
                .requirePublished();
    }

    private record Home(TeamView team, PointView point) {}

    /** Lays the ways that are asked and not there yet, and takes away those that are not asked any more. */
    private void layWays(Survey survey, CommuneId commune, SurveyPlan plan) {
        Map<UUID, Home> homes = new HashMap<>();
        organisation.teamsOf(commune).stream().filter(TeamView::active).forEach(team -> team.points()
                .forEach(point -> homes.put(point.id(), new Home(team, point))));
        Map<Boolean, List<SurveyWay>> before = ways.findBySurveyId(survey.id().value()).stream()
                .collect(Collectors.partitioningBy(
                        way -> stays(way.view(), plan, homes.get(way.view().point()))));
        ways.deleteAll(before.get(false));
        ways.flush();
        before.get(true)
                .forEach(way -> way.name(
                        Objects.requireNonNull(homes.get(way.view().point())).point()));
        List<SurveyWay> laid = new ArrayList<>();
        for (Place place : plan.asked()) {
            Home home = homes.get(place.point());
            if (home == null || !home.point().channels().contains(place.channel())) {
                throw new BusinessRefusal(
                        "asked", "Un des points d'accueil a changé entre-temps : vérifiez ce qui est coché.");
            }
            plan.kinds().stream()
                    .filter(kind -> before.get(true).stream().noneMatch(way -> way.leads(place, kind)))
                    .forEach(kind ->
                            laid.add(new SurveyWay(survey.id(), home.team(), home.point(), place.channel(), kind)));
        }
        ways.saveAllAndFlush(laid);
    }

    private static boolean stays(WayView way, SurveyPlan plan, @Nullable Home home) {
        return home != null
                && home.team().id().equals(way.team())
                && plan.asked().contains(new Place(way.point(), way.channel()))
                && plan.kinds().contains(way.kind());
    }

    private static String inWords(SurveyPlan plan) {
        return plan.title() + ", du " + plan.firstDay() + " au " + plan.lastDay() + ", "
                + plan.sampling().title() + ", "
                + plan.asked().stream().map(Place::point).distinct().count() + " point(s), "
                + titles(plan.kinds().stream());
    }

    private static String inWords(SurveyView survey, List<WayView> ways) {
        return survey.title() + ", du " + survey.firstDay() + " au " + survey.lastDay() + ", "
                + survey.sampling().title() + ", "
                + ways.stream().map(WayView::point).distinct().count() + " point(s), "
                + titles(ways.stream().map(WayView::kind).distinct());
    }

    private static String titles(Stream<WayKind> kinds) {
        return kinds.sorted().map(WayKind::title).collect(Collectors.joining(", "));
    }

    /** The places of these teams, for whoever asks them all. */
    static List<Place> everyPlace(List<TeamView> teams) {
        List<Place> places = new ArrayList<>();
        teams.forEach(team -> team.points().forEach(point -> {
            for (Channel channel : point.channels()) {
                places.add(new Place(point.id(), channel));
            }
        }));
        return places;
    }
}
