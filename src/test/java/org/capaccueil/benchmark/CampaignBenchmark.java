package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TestPostgres;
import org.capaccueil.workflow.BenchmarkBeans;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What a campaign costs beside the bare engine doing the same with the same diagrams, in one run on one database server.
 * Run with {@code mvn verify -Pbenchmark}; absolute times depend on the machine, the ratios do not.
 */
@ApplicationTest
class CampaignBenchmark {

    private static final int TEAMS = 1_000;
    private static final int SMALL = 200;
    private static final int LARGE = 2_000;
    private static final int COMPLETIONS = 40;

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void launchingAThousandTeamsCostsWhatTheBareEngineCosts() {
        // both warm: classes loaded, plans cached, diagrams parsed
        launch(50);
        ProcessEngine bare = bareEngine();
        startBare(bare, 50);

        long bareNanos = 0;
        long oursNanos = 0;
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            long bareStart = System.nanoTime();
            startBare(bare, TEAMS);
            long bareTook = System.nanoTime() - bareStart;
            Launch ours = launch(TEAMS);
            bareNanos += bareTook;
            oursNanos += ours.nanos();
            ratios.add((double) ours.nanos() / bareTook);
        }
        double median = ratios.stream().sorted().toList().get(1);
        row("launch of 1,000 teams, bare engine's 1,000 starts (mean)", "%.2f s".formatted(bareNanos / 3e9));
        row("launch of 1,000 teams, Cap Accueil (mean)", "%.2f s".formatted(oursNanos / 3e9));
        row("ratio, median of three rounds (at most 1.5)", "%.2f".formatted(median));
        bare.close();
        assertThat(median).isLessThanOrEqualTo(1.5);
    }

    /**
     * On a database of its own, and the small campaign before the large one is there: a table read from end to end would
     * otherwise cost both the same and hide in the ratio. PostgreSQL reads small tables whole because that is cheaper; it
     * is told to prefer indexes, so that both are read the same way. What no index serves shows all the same.
     */
    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.BEFORE_METHOD)
    void whatACompletionReadsDoesNotGrowWithTheCampaign() {
        double readSmall;
        double readLarge;
        try {
            preferIndexes("set enable_seqscan = off");
            readSmall = readPerCompletion(SMALL);
            readLarge = readPerCompletion(LARGE);
        } finally {
            preferIndexes("reset enable_seqscan");
        }

        row("rows read per team completion at 200 teams", "%.0f".formatted(readSmall));
        row("rows read per team completion at 2,000 teams", "%.0f".formatted(readLarge));
        row("ratio (at most 1.5)", "%.2f".formatted(readLarge / readSmall));
        assertThat(readSmall).as("rows were counted").isGreaterThan(1);
        assertThat(readLarge / readSmall).isLessThanOrEqualTo(1.5);
    }

    private void preferIndexes(String setting) {
        JdbcClient owner = TestPostgres.asOwner(environment);
        owner.sql("alter system " + setting).update();
        owner.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private double readPerCompletion(int teams) {
        Launch campaign = launch(teams);
        jobs.runAll();
        fillEveryLine(campaign, 5 + COMPLETIONS);
        TestPostgres.asOwner(environment).sql("analyze").update();
        // the first few fill caches
        completeAndEnd(campaign, 0, 5);
        return rowsRead(() -> completeAndEnd(campaign, 5, COMPLETIONS)) / COMPLETIONS;
    }

    @Test
    void eightPeopleFinishingDifferentTeamsNeverMeet() throws Exception {
        Launch campaign = launch(400);
        jobs.runAll();
        fillEveryLine(campaign, 400);
        List<EvaluationView> files = evaluations.ofCampaign(campaign.id());
        ExecutorService people = SystemScope.threads(8);
        List<Future<Boolean>> done = new ArrayList<>();
        long start = System.nanoTime();
        for (EvaluationView file : files) {
            Callable<Boolean> completion = () -> submits(campaign.member(), file);
            done.add(people.submit(completion));
        }
        int conflicts = 0;
        for (Future<Boolean> one : done) {
            conflicts += one.get() ? 0 : 1;
        }
        people.shutdown();
        row("400 teams completed by 8 threads", "%.2f s".formatted((System.nanoTime() - start) / 1e9));
        row("conflicts a person saw (must be 0)", Integer.toString(conflicts));
        assertThat(conflicts).isZero();
    }

    private record Launch(CampaignId id, Actor manager, Actor member, long nanos) {}

    /** From the click to the last team opened. What the teams' first steps then do runs on both sides alike. */
    private Launch launch(int teams) {
        Fixtures.Town town = fixtures.town();
        addTeams(town, teams - 1);
        Actor manager = fixtures.actor(town.manager());
        CampaignPlan plan = fixtures.plan(teamsOf(town));
        CampaignId id = planning.prepare(manager, plan);
        long start = System.nanoTime();
        planning.launch(manager, id);
        while (jdbc.sql("select count(*) from evaluation where campaign_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                < teams) {
            management
                    .createJobQuery()
                    .processDefinitionKey("evaluation-campaign")
                    .messages()
                    .executable()
                    .list()
                    .forEach(job -> management.executeJob(job.getId()));
        }
        long nanos = System.nanoTime() - start;
        return new Launch(id, manager, fixtures.actor(town.lead()), nanos);
    }

    private void addTeams(Fixtures.Town town, int count) {
        String mark = UUID.randomUUID().toString().substring(0, 6);
        jdbc.sql(
                        """
                with team as (
                    insert into reception_team (id, version, commune_id, code, name, yearly_contacts, active)
                    select gen_random_uuid(), 0, :commune, :mark || n, 'Équipe ' || n, 1000, true
                    from generate_series(1, :count) n returning id),
                point as (
                    insert into reception_point (id, team_id, name, address, position)
                    select gen_random_uuid(), id, 'Point', 'Adresse', 0 from team returning id),
                channel as (
                    insert into reception_point_channel (point_id, channel) select id, 'COUNTER' from point)
                insert into team_member (team_id, person_id, lead) select id, :lead, true from team""")
                .param("commune", town.commune().value())
                .param("mark", mark)
                .param("count", count)
                .param("lead", town.lead().value())
                .update();
    }

    private TeamId[] teamsOf(Fixtures.Town town) {
        return jdbc.sql("select id from reception_team where commune_id = ?")
                .param(town.commune().value())
                .query((row, n) -> new TeamId(row.getObject("id", UUID.class)))
                .list()
                .toArray(TeamId[]::new);
    }

    /** What a team does on the days before it submits: every line gets its reason why there is no figure. */
    private void fillEveryLine(Launch campaign, int count) {
        for (EvaluationView file : evaluations.ofCampaign(campaign.id()).subList(0, count)) {
            for (MeasureRow row : measuring.sheet(campaign.member(), file.id()).rows()) {
                measuring.save(
                        campaign.member(),
                        file.id(),
                        row.indicator().code(),
                        row.channel(),
                        row.version(),
                        Figures.notMeasured("banc d'essai", null, null));
            }
        }
    }

    /** A team submits, its figures are frozen and its next step opens; then its evaluation ends and the campaign is told. */
    private void completeAndEnd(Launch campaign, int from, int count) {
        List<EvaluationView> files = evaluations.ofCampaign(campaign.id()).subList(from, from + count);
        for (EvaluationView file : files) {
            measuring.submit(campaign.member(), file.id());
            runJobsOf(file);
            decisions.cancelEvaluation(campaign.manager(), file.id(), "banc d'essai");
            runJobsOf(file);
        }
    }

    private boolean submits(Actor member, EvaluationView file) {
        try {
            measuring.submit(member, file.id());
            return true;
        } catch (RuntimeException conflict) {
            LoggerFactory.getLogger(CampaignBenchmark.class).warn("a submission was refused", conflict);
            return false;
        }
    }

    /** The evaluation's own process and those of its phases carry its id. */
    private void runJobsOf(EvaluationView file) {
        Supplier<List<Job>> due = () -> jdbc
                .sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
                .param(file.id().toString())
                .query(String.class)
                .list()
                .stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).messages().executable().list().stream())
                .toList();
        List<Job> found;
        while (!(found = due.get()).isEmpty()) {
            management.executeJob(found.get(0).getId());
        }
    }

    private double rowsRead(Runnable work) {
        long before = tuplesReturned();
        work.run();
        return tuplesReturned() - before;
    }

    /** Rows the server fetched by index or by scan; its statistics arrive within seconds of a commit. */
    private long tuplesReturned() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return jdbc.sql(
                        """
                select coalesce(sum(seq_tup_read), 0) + coalesce(sum(idx_tup_fetch), 0) from pg_stat_user_tables""")
                .query(Long.class)
                .single();
    }

    private ProcessEngine bareEngine() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        String url = TestPostgres.newDatabase();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setBeans(BenchmarkBeans.stubs());
        ProcessEngine engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        Set.of(
                        "campaign/team-evaluation",
                        "collection/data-collection",
                        "assessment/self-assessment",
                        "audit/audit",
                        "improvement/action-plan",
                        "improvement/follow-up",
                        "improvement/action-follow-up")
                .forEach(name -> deployment.addClasspathResource("bpmn/" + name + ".bpmn"));
        deployment.deploy();
        return engine;
    }

    private static void startBare(ProcessEngine engine, int count) {
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            Map<String, Object> ids = new HashMap<>();
            ids.put("evaluationId", id);
            ids.put("campaignId", id);
            ids.put("teamId", id);
            ids.put("communeId", id);
            engine.getRuntimeService().startProcessInstanceByKey("team-evaluation", id, ids);
        }
    }

    private static void row(String what, String figure) {
        LoggerFactory.getLogger(CampaignBenchmark.class).info("BENCHMARK | {} | {}", what, figure);
    }
}
