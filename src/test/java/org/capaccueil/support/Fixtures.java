package org.capaccueil.support;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.audit.AuditorPool;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Standards;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A commune with its people and teams, new for each call: tests share a database and never each other's data. */
@TestComponent
public class Fixtures {

    private final Register register;
    private final Organisation organisation;
    private final Standards standards;
    private final CampaignPlanning planning;
    private final Evaluations evaluations;
    private final AuditorPool pool;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    public Fixtures(
            Register register,
            Organisation organisation,
            Standards standards,
            CampaignPlanning planning,
            Evaluations evaluations,
            AuditorPool pool,
            Jobs jobs,
            JdbcClient jdbc) {
        this.register = register;
        this.organisation = organisation;
        this.standards = standards;
        this.planning = planning;
        this.evaluations = evaluations;
        this.pool = pool;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /**
     * A commune of one team on the given channels.
     *
     * @param auditor from a neighbour commune, which lends them
     */
    public record Town(
            CommuneId commune,
            PersonId manager,
            PersonId lead,
            PersonId agent,
            PersonId leadership,
            PersonId auditor,
            TeamId team) {}

    public Town town(Channel... channels) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        CommuneId commune = register.foundCommune("Commune " + mark, mark, 11_000);
        CommuneId neighbour = register.foundCommune("Voisine " + mark, "v" + mark, 36_000);
        PersonId manager = person(commune, "Nadia Référente", mark, "Référente qualité", Role.QUALITY_MANAGER);
        PersonId lead = person(commune, "Éloïse Responsable", mark, "Responsable de l'accueil");
        PersonId agent = person(commune, "Karim Agent", mark, "Agent d'accueil");
        PersonId leadership =
                person(commune, "Philippe Direction", mark, "Directeur général des services", Role.LEADERSHIP);
        PersonId auditor = person(neighbour, "Hélène Auditrice", mark, "Auditrice qualité", Role.AUDITOR);
        person(neighbour, "Claire Voisine", mark, "Référente qualité", Role.QUALITY_MANAGER);
        lend(auditor);
        TeamId team = team(manager, "ACC" + mark, "Accueil " + mark, lead, agent, channels);
        return new Town(commune, manager, lead, agent, leadership, auditor, team);
    }

    public PersonId person(CommuneId commune, String name, String mark, String capacity, Role... roles) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String email = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "." + mark + "@example.org";
        return register.recordPerson(commune, name, email, capacity, Set.copyOf(Arrays.asList(roles)));
    }

    /** The auditor's commune lends them to the others. */
    public void lend(PersonId auditor) {
        pool.agree(neighbour(auditor), auditor, 0, new AuditorPool.Terms(true, "", null));
    }

    /** A quality manager of somebody's commune. */
    public Actor neighbour(PersonId person) {
        return organisation.peopleOf(organisation.person(person).commune()).stream()
                .filter(other -> other.roles().contains(Role.QUALITY_MANAGER))
                .findFirst()
                .map(manager -> actor(manager.id()))
                .orElseThrow();
    }

    /** It has had its channels for longer than any test looks back. */
    public TeamId team(PersonId manager, String code, String name, PersonId lead, PersonId agent, Channel... channels) {
        Actor actor = organisation.actor(manager);
        TeamId team = register.openTeam(actor, code, name, 12_000);
        Set<Channel> open = channels.length == 0
                ? EnumSet.of(Channel.COUNTER, Channel.PHONE)
                : new LinkedHashSet<>(Arrays.asList(channels));
        UUID point = register.openPoint(actor, team, "Hôtel de ville", "5 place du 8 Mai 1945", open);
        jdbc.sql("update reception_point_channel set since = date '2000-01-01' where point_id = ?")
                .param(point)
                .update();
        register.enrol(actor, team, lead, true);
        register.enrol(actor, team, agent, false);
        return team;
    }

    public Actor actor(PersonId person) {
        return organisation.actor(person);
    }

    public StandardVersionId starterStandard() {
        return standards.shipped("AMQ-START").orElseThrow().id();
    }

    /** Due dates 20, 40, 70, 90 and 200 days from today. */
    public CampaignPlan plan(TeamId... teams) {
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        return new CampaignPlan(
                "Campagne d'essai",
                today,
                today.plusMonths(6),
                starterStandard(),
                Set.of(teams),
                new Deadlines(
                        today.plusDays(20),
                        today.plusDays(40),
                        today.plusDays(70),
                        today.plusDays(90),
                        today.plusDays(200)),
                today.plusDays(230),
                0,
                null);
    }

    /** A launched campaign with its evaluations opened and their first tasks there. */
    public CampaignId launched(Town town) {
        return launched(town, plan(town.team()));
    }

    /** The same for several teams of the town. */
    public CampaignId launched(Town town, TeamId... teams) {
        return launched(town, plan(teams));
    }

    public CampaignId launched(Town town, CampaignPlan plan) {
        Actor manager = actor(town.manager());
        CampaignId campaign = planning.prepare(manager, plan);
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    /** The evaluation of the town's team in a campaign launched for it. */
    public EvaluationView openEvaluation(Town town) {
        CampaignView campaign = evaluations.campaign(launched(town));
        return evaluations.ofCampaign(campaign.id()).get(0);
    }

    /** The same on a standard of the test's own. */
    public EvaluationView openEvaluation(Town town, StandardVersionId standard) {
        CampaignPlan plan = plan(town.team());
        return evaluations
                .ofCampaign(launched(
                        town,
                        new CampaignPlan(
                                plan.name(),
                                plan.periodStart(),
                                plan.periodEnd(),
                                standard,
                                plan.teams(),
                                plan.deadlines(),
                                plan.closingDate(),
                                plan.recurrenceMonths(),
                                null)))
                .get(0);
    }
}
