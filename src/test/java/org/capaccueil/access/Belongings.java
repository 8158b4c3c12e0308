package org.capaccueil.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.access.Target.Thing;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.mystery.domain.GridDesk;
import org.capaccueil.mystery.domain.WaveDesk;
import org.capaccueil.mystery.domain.WaveReading;
import org.capaccueil.network.domain.PracticeDesk;
import org.capaccueil.network.domain.PracticeText;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.domain.Corrections;
import org.capaccueil.reorganisation.domain.PointOpenings;
import org.capaccueil.reorganisation.domain.TeamMerges;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.MappingDesk;
import org.capaccueil.standard.domain.MappingDraft;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.domain.StandardSharing;
import org.capaccueil.standard.domain.StandardUploads;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.support.Fixtures;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.CommentDesk;
import org.capaccueil.survey.domain.CommentSearch;
import org.capaccueil.survey.domain.QuestionnaireDesk;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.Tap;
import org.springframework.beans.factory.annotation.Autowired;

/** What a commune keeps besides its campaigns: its versions of a standard, what its people ask, what it shares. */
class Belongings {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    StandardUploads uploads;

    @Autowired
    StandardSharing sharing;

    @Autowired
    MappingDesk mappings;

    @Autowired
    Definitions definitions;

    @Autowired
    Imports imports;

    @Autowired
    Absences absences;

    @Autowired
    Corrections corrections;

    @Autowired
    PracticeDesk practices;

    @Autowired
    QuestionnaireDesk questionnaires;

    @Autowired
    SurveyDesk surveys;

    @Autowired
    CommentDesk comments;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    MysteryTown mystery;

    @Autowired
    WaveDesk waves;

    @Autowired
    WaveReading wavesRead;

    @Autowired
    GridDesk grids;

    @Autowired
    Register register;

    @Autowired
    TallyDesk tally;

    @Autowired
    Clock clock;

    @Autowired
    TeamMerges merges;

    @Autowired
    PointOpenings openings;

    void prepare(Cast cast) {
        cast.everyTarget().forEach(target -> {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            prepareStandards(target, mark);
            ask(target);
            writePractices(target, mark);
            lendAuditor(target, mark);
            tap(target);
            askResidents(target);
            observe(target);
            bringFigures(target);
        });
        cast.everyTarget()
                .forEach(target -> target.keep(
                        Thing.OFFERED_PRACTICE,
                        Objects.requireNonNull(
                                (target == cast.away() ? cast.home() : cast.away()).kept(Thing.SHARED_PRACTICE))));
        cast.home().mergesWith(cast.otherTeam().team());
        cast.otherTeam().mergesWith(cast.home().team());
        mapOnce(manager(cast.home()));
    }

    private void bringFigures(Target target) {
        Actor manager = manager(target);
        definitions.of(target.commune()).stream()
                .filter(series -> series.code().equals("FCR") && series.isInUse())
                .forEach(series -> definitions.retire(manager, series.id(), "Pas suivi ici"));
        String team = target.first(
                "select code from reception_team where id = ?", target.team().value());
        UUID events = imports.upload(
                manager,
                "tickets.csv",
                "Contact;Équipe;Canal;Ticket pris\nA1;%s;Guichet;%s 10:00\n"
                        .formatted(team, PublicTime.today(clock).minusDays(1))
                        .getBytes(StandardCharsets.UTF_8));
        imports.confirm(manager, events, false, null);
        target.keep(Thing.EVENT_FILE, events);
        UUID file = imports.upload(
                manager,
                "essai.csv",
                "Indicateur;Équipe;Canal;Période;Quantité;Total\nCNT-WAIT;%s;Guichet;2026-01;1000;100\n"
                        .formatted(team)
                        .getBytes(StandardCharsets.UTF_8));
        imports.keepRecipe(manager, file, "Essai");
        target.keep(Thing.FIGURE_FILE, file);
    }

    private void prepareStandards(Target target, String mark) {
        Actor manager = manager(target);
        String file = StandardFormats.yaml(standards.content(fixtures.starterStandard()))
                .replaceFirst("version: \"[^\"]*\"", "version: \"essai-" + mark + "\"");
        target.holds(
                adaptation(manager, "ADAPT-" + mark),
                Objects.requireNonNull(uploads.check(manager, "essai.yaml", file.getBytes(StandardCharsets.UTF_8))
                        .id()));
        target.keep(Thing.OWN_VERSION, published(manager, "OWN-" + mark));
        StandardVersionId shared = published(manager, "NET-" + mark);
        sharing.share(manager, shared, "Utile à d'autres");
        target.keep(Thing.SHARED_VERSION, shared);
    }

    private StandardVersionId published(Actor manager, String code) {
        StandardVersionId version = adaptation(manager, code);
        life.publish(manager, version);
        return version;
    }

    private StandardVersionId adaptation(Actor manager, String code) {
        return life.adapt(manager, fixtures.starterStandard(), code, "1", "Adaptation " + code);
    }

    private void ask(Target target) {
        Actor agent = fixtures.actor(target.town().agent());
        LocalDate away = LocalDate.now(PublicTime.ZONE).plusDays(300);
        target.keep(
                Thing.ABSENCE,
                absences.name(
                        agent,
                        agent.id(),
                        new SubstitutionPlan(target.town().lead(), away, away.plusDays(5), "Congés")));
        corrections.ask(agent, CorrectionItem.CAPACITY, "Agent d'accueil principal");
        target.keep(Thing.CORRECTION, corrections.ofMine(agent).get(0).id());
    }

    private void writePractices(Target target, String mark) {
        Actor manager = manager(target);
        target.keep(Thing.DRAFT_PRACTICE, practices.draft(manager, text("Brouillon " + mark), null));
        UUID shared = practices.draft(manager, text("Affichage " + mark), null);
        practices.share(manager, shared);
        target.keep(Thing.SHARED_PRACTICE, shared);
    }

    private static PracticeText text(String title) {
        return new PracticeText(
                title,
                "Horaires différents selon les lieux",
                "Un seul fichier d'horaires",
                "Plus de déplacements inutiles",
                null,
                "",
                Set.of(Channel.COUNTER),
                "Accueil",
                "");
    }

    private void lendAuditor(Target target, String mark) {
        PersonId auditor = fixtures.person(target.commune(), "Alain Auditeur", mark, "Auditeur qualité", Role.AUDITOR);
        fixtures.lend(auditor);
        target.keep(Thing.AUDITOR, auditor);
    }

    private void tap(Target target) {
        Actor agent = fixtures.actor(target.town().agent());
        TallyDesk.Screen screen = tally.screen(agent);
        UUID contact = UUID.randomUUID();
        tally.keep(
                agent,
                new Tap(
                        contact,
                        screen.places().get(0).point(),
                        Channel.COUNTER,
                        screen.subjects().get(0).id(),
                        Outcome.ANSWERED,
                        null,
                        clock.instant(),
                        null));
        target.keep(Thing.CONTACT, contact);
    }

    private void askResidents(Target target) {
        Actor manager = manager(target);
        target.keep(Thing.DRAFT_QUESTIONNAIRE, questionnaires.beginWithShipped(manager));
        target.keep(Thing.PUBLISHED_QUESTIONNAIRE, surveyed.publishedQuestionnaire(target.town()));
        target.keep(Thing.PREPARED_SURVEY, surveyed.prepared(target.town()));
        SurveyId survey = surveyed.opened(target.town());
        target.keep(Thing.SURVEY, survey);
        WayView link = surveyed.way(target.town(), survey, WayKind.LINK);
        target.keep(Thing.SURVEY_CODE, link.code());
        target.keep(
                Thing.SURVEY_WAY,
                surveyed.way(target.town(), survey, WayKind.POSTER).id());
        target.keep(
                Thing.PAPER_WAY,
                surveyed.way(target.town(), survey, WayKind.PAPER).id());
        surveyed.written(link, "Des horaires plus larges");
        target.keep(
                Thing.COMMENT,
                comments.received(manager, survey, CommentSearch.EVERYTHING)
                        .comments()
                        .get(0)
                        .id());
    }

    /** The manager observes a town where nobody else is trained. */
    private void observe(Target target) {
        Actor manager = manager(target);
        PersonId observer = manager.id();
        mystery.enrol(target.town(), observer);
        UUID prepared = mystery.planned(target.town(), 1);
        target.keep(Thing.PREPARED_WAVE, prepared);
        target.keep(Thing.PREPARED_VISIT, onlyVisit(manager, prepared));
        UUID wave = mystery.underway(target.town(), 1);
        target.keep(Thing.WAVE, wave);
        target.keep(Thing.PLANNED_VISIT, onlyVisit(manager, wave));
        UUID begun = onlyVisit(manager, mystery.underway(target.town(), 1));
        mystery.noted(observer, begun, 0, "");
        target.keep(Thing.BEGUN_VISIT, begun);
        UUID stuck = mystery.underway(target.town(), 1);
        target.keep(Thing.STUCK_WAVE, stuck);
        target.keep(Thing.STUCK_VISIT, onlyVisit(manager, stuck));
        mystery.noted(observer, onlyVisit(manager, stuck), 0, "");
        UUID full = mystery.underway(target.town(), 1);
        mystery.done(observer, onlyVisit(manager, full), 0, "");
        target.keep(Thing.FULL_WAVE, full);
        UUID opened = mystery.underway(target.town(), 1);
        UUID done = onlyVisit(manager, opened);
        mystery.done(observer, done, 1, "Accueil clair");
        waves.open(manager, opened);
        target.keep(Thing.OPENED_WAVE, opened);
        target.keep(Thing.OPENED_VISIT, done);
        target.keep(Thing.MYSTERY_GRID, grids.begin(manager));
    }

    private UUID onlyVisit(Actor manager, UUID wave) {
        return wavesRead.sheet(manager, wave).plan().get(0).id();
    }

    private void mapOnce(Actor manager) {
        if (mappings.pairs(manager).stream()
                .noneMatch(pair -> pair.from().code().equals(Addresses.FROM)
                        && pair.to().code().equals(Addresses.TO))) {
            mappings.add(manager, Addresses.FROM, Addresses.TO, new MappingDraft("P1.1", "ACC-2", Relation.EQUAL, ""));
        }
    }

    /** Once an evaluation is under way a point opens, and somebody has the pages that say what a change touches. */
    void openPoint(Target target) {
        Actor manager = manager(target);
        UUID point = register.openPoint(
                manager, target.team(), "Maison de quartier", "2 rue Neuve", Set.of(Channel.COUNTER));
        target.keep(Thing.NEW_POINT, point);
    }

    /** As the pages say it now: what is decided on an older page is refused. */
    void readWhatAChangeTouches(Target target) {
        Actor manager = manager(target);
        target.keep(
                Thing.SEEN_MERGING,
                merges.preview(manager, target.team(), target.partner(), false).seen());
        target.keep(
                Thing.SEEN_OPENING,
                openings.preview(manager, target.team(), (UUID) Objects.requireNonNull(target.kept(Thing.NEW_POINT)))
                        .seen());
    }

    void end(Target target) {
        Actor manager = manager(target);
        absences.end(manager, id(target, Thing.ABSENCE));
        corrections.decline(manager, id(target, Thing.CORRECTION), "C'est déjà écrit ainsi");
        practices.share(manager, id(target, Thing.DRAFT_PRACTICE));
        practices.withdraw(manager, id(target, Thing.DRAFT_PRACTICE), "Dépassée");
        practices.withdraw(manager, id(target, Thing.SHARED_PRACTICE), "Dépassée");
        target.sharesNoMore();
        surveys.open(manager, (SurveyId) Objects.requireNonNull(target.kept(Thing.PREPARED_SURVEY)), 0);
        surveys.close(manager, (SurveyId) Objects.requireNonNull(target.kept(Thing.SURVEY)));
    }

    private static UUID id(Target target, Thing thing) {
        return (UUID) Objects.requireNonNull(target.kept(thing));
    }

    private Actor manager(Target target) {
        return fixtures.actor(target.town().manager());
    }
}
