package org.capaccueil.local;

import static org.capaccueil.shared.Channel.COUNTER;
import static org.capaccueil.shared.Channel.DIGITAL;
import static org.capaccueil.shared.Channel.MAIL;
import static org.capaccueil.shared.Channel.OUTREACH;
import static org.capaccueil.shared.Channel.PHONE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.audit.AuditorPool;
import org.capaccueil.campaign.CampaignDrafts;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A commune to try the product with, shaped on Pont-de-Claix: six reception teams over the five channels, and a neighbour
 * that lends its auditor. The people are invented. Created once; what users change stays changed.
 */
@Component
@ConditionalOnProperty("capaccueil.demonstration")
class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final String FOUNDER = "nadia.benali@pontdeclaix.example";
    private static final String INSEE = "38317";
    private static final String TOWN_HALL = "Hôtel de ville, place du 8 Mai 1945";

    private final Register register;
    private final Organisation organisation;
    private final Standards standards;
    private final CampaignDrafts campaigns;
    private final AuditorPool pool;
    private final DemonstrationTally tally;
    private final DemonstrationFigures figures;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final DemonstrationSurvey survey;

    Demonstration(
            Register register,
            Organisation organisation,
            Standards standards,
            CampaignDrafts campaigns,
            AuditorPool pool,
            DemonstrationTally tally,
            DemonstrationFigures figures,
            TransactionOperations transaction,
            Clock clock,
            JdbcClient jdbc,
            DemonstrationSurvey survey) {
        this.register = register;
        this.organisation = organisation;
        this.standards = standards;
        this.campaigns = campaigns;
        this.pool = pool;
        this.tally = tally;
        this.figures = figures;
        this.transaction = transaction;
        this.clock = clock;
        this.jdbc = jdbc;
        this.survey = survey;
    }

    /** By the commune and not by its founder, who may have left since. */
    private boolean isFounded() {
        return jdbc.sql("select exists (select 1 from organisation where code = ?)")
                .param(INSEE)
                .query(Boolean.class)
                .single();
    }

    private record Point(String name, String address, Set<Channel> channels) {}

    @EventListener(ApplicationStartedEvent.class)
    @Order(2)
    void create() {
        Scope.everything().runIn(transaction, this::createOnce);
    }

    private void createOnce() {
        if (isFounded()) {
            return;
        }
        CommuneId town = register.foundCommune("Le Pont-de-Claix", INSEE, 10_500);
        PersonId manager =
                person(town, "Nadia Benali", FOUNDER, "Référente qualité de l'accueil", Role.QUALITY_MANAGER);
        person(
                town,
                "Philippe Garnier",
                "philippe.garnier@pontdeclaix.example",
                "Directeur général des services",
                Role.LEADERSHIP);
        person(town, "Sami Lefèvre", "sami.lefevre@pontdeclaix.example", "Exploitation informatique", Role.OPERATOR);
        CommuneId neighbour = register.foundCommune("Échirolles", "38151", 37_000);
        Actor lender = organisation.actor(person(
                neighbour,
                "Claire Perrin",
                "claire.perrin@echirolles.example",
                "Référente qualité",
                Role.QUALITY_MANAGER));
        pool.agree(
                lender,
                person(neighbour, "Hélène Roux", "helene.roux@echirolles.example", "Auditrice qualité", Role.AUDITOR),
                0,
                new AuditorPool.Terms(true, "Formée à l'audit interne, quatre accueils audités.", null));
        person(neighbour, "Marc Villard", "marc.villard@echirolles.example", "Auditeur qualité", Role.AUDITOR);
        CommuneId metropole =
                register.foundMetropole("Grenoble-Alpes Métropole", "200040715", 450_000, Set.of(town, neighbour));
        person(
                metropole,
                "Solène Marchand",
                "solene.marchand@metropole.example",
                "Chargée de la qualité d'accueil à la métropole",
                Role.OBSERVER);

        Actor nadia = organisation.actor(manager);
        List<TeamId> teams = new ArrayList<>();
        teams.add(team(
                nadia,
                "CITOYEN",
                "Accueil citoyen",
                24_000,
                List.of(
                        new Point("Guichet citoyen", TOWN_HALL, EnumSet.of(COUNTER, PHONE, MAIL)),
                        new Point("Démarches en ligne", "Portail citoyen de la ville", EnumSet.of(DIGITAL))),
                person(town, "Éloïse Bœuf", "eloise.boeuf@pontdeclaix.example", "Responsable de l'accueil citoyen"),
                person(town, "Karim Haddad", "karim.haddad@pontdeclaix.example", "Agent d'accueil"),
                person(town, "Chloé Martinez", "chloe.martinez@pontdeclaix.example", "Agente d'accueil")));
        teams.add(team(
                nadia,
                "STANDARD",
                "Standard téléphonique",
                31_000,
                List.of(new Point("Numéro unique de la mairie", TOWN_HALL, EnumSet.of(PHONE))),
                person(town, "Jean-Noël Faure", "jean-noel.faure@pontdeclaix.example", "Responsable du standard"),
                person(town, "Inès Carrère", null, "Standardiste")));
        teams.add(team(
                nadia,
                "CCAS",
                "Accueil social du CCAS",
                8_500,
                List.of(new Point(
                        "Maison des solidarités", "29 avenue Antoine-Girard", EnumSet.of(COUNTER, PHONE, MAIL))),
                person(town, "Fatou N'Diaye", "fatou.ndiaye@pontdeclaix.example", "Responsable de l'accueil social"),
                person(town, "Léa Bonnet", "lea.bonnet@pontdeclaix.example", "Agente d'accueil social")));
        teams.add(team(
                nadia,
                "FAMILLES",
                "Guichet familles",
                12_000,
                List.of(
                        new Point(
                                "Guichet familles",
                                "Maison de l'enfance, rue du Docteur-Valois",
                                EnumSet.of(COUNTER, PHONE)),
                        new Point("Espace familles en ligne", "Portail familles", EnumSet.of(DIGITAL))),
                person(town, "Aurélie Gémond", "aurelie.gemond@pontdeclaix.example", "Responsable du guichet familles"),
                person(town, "Tom Rivière", "tom.riviere@pontdeclaix.example", "Agent d'accueil")));
        teams.add(team(
                nadia,
                "ECRIT",
                "Courriels et courriers",
                9_000,
                List.of(
                        new Point("Boîte de contact", "contact de la ville", EnumSet.of(DIGITAL)),
                        new Point("Service courrier", TOWN_HALL, EnumSet.of(MAIL))),
                person(town, "Gaël Le Bihan", "gael.lebihan@pontdeclaix.example", "Responsable du courrier"),
                person(town, "Maëlle Sanchez", "maelle.sanchez@pontdeclaix.example", "Agente du courrier")));
        teams.add(team(
                nadia,
                "QUARTIERS",
                "Médiation de quartier",
                3_200,
                List.of(new Point(
                        "Bus des services", "Îles de Mars, Grand Galet, Taillefer", EnumSet.of(OUTREACH, PHONE))),
                person(town, "Yanis Cordier", "yanis.cordier@pontdeclaix.example", "Responsable de la médiation"),
                person(town, "Sofia Almeida", "sofia.almeida@pontdeclaix.example", "Médiatrice")));

        survey.open(town, Set.copyOf(teams.subList(0, 3)));
        figures.give(nadia, teams.get(0), teams.get(1), teams.get(4));
        LocalDate start = PublicTime.today(clock);
        campaigns.prepare(
                nadia,
                "Accueil du Pont-de-Claix " + start.getYear(),
                start.withDayOfYear(1),
                start.withMonth(12).withDayOfMonth(31),
                standards.shipped("AMQ-START").orElseThrow().id(),
                Set.copyOf(teams),
                new Deadlines(
                        start.plusDays(21),
                        start.plusDays(42),
                        start.plusDays(84),
                        start.plusDays(105),
                        start.plusDays(270)),
                start.plusDays(300),
                12,
                start.plusDays(14));
        tally.fill(town);
        log.info("The demonstration commune is ready: {} teams and a campaign to launch", teams.size());
    }

    private PersonId person(CommuneId commune, String name, @Nullable String email, String capacity, Role... roles) {
        return register.recordPerson(commune, name, email, capacity, Set.of(roles));
    }

    private TeamId team(
            Actor manager,
            String code,
            String name,
            int yearlyContacts,
            List<Point> points,
            PersonId lead,
            PersonId... agents) {
        TeamId team = register.openTeam(manager, code, name, yearlyContacts);
        points.forEach(point -> register.openPoint(manager, team, point.name(), point.address(), point.channels()));
        register.enrol(manager, team, lead, true);
        for (PersonId agent : agents) {
            register.enrol(manager, team, agent, false);
        }
        return team;
    }
}
