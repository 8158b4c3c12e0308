package org.capaccueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationProcess;
import org.capaccueil.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application is killed in the middle of its work and started again on the same data. */
class KilledApplicationIT {

    private static final int TEAMS = 300;

    /** Longer than jobs of the killed process stay locked. */
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(120);

    private static final List<ApplicationProcess> STARTED = new ArrayList<>();

    @AfterAll
    static void leaveNoProcessBehind() throws IOException {
        for (ApplicationProcess application : STARTED) {
            application.close();
        }
    }

    @Test
    void aLaunchKilledInTheMiddleOpensEveryTeamOnceAfterTheRestart() throws Exception {
        ApplicationProcess application = start();
        JdbcClient before = application.database();
        UUID campaign = demonstrationCampaign(before);
        addTeams(before, campaign, TEAMS - 6);
        assertThat(number(before, "select count(*) from campaign_team")).isEqualTo(TEAMS);

        launch(application, campaign);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> number(before, "select count(*) from evaluation") > 0);
        application.kill();
        assertThat(number(before, "select count(*) from evaluation"))
                .as("teams open when the application was killed")
                .isPositive()
                .isLessThan(TEAMS);

        application.start();
        JdbcClient after = application.database();
        await().atMost(RESUMED_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(openTasks(after)).isEqualTo(TEAMS));
        assertThat(number(after, "select count(*) from evaluation")).isEqualTo(TEAMS);
        assertThat(number(after, "select count(distinct team_id) from evaluation"))
                .isEqualTo(TEAMS);
        assertThat(number(after, TEAM_PROCESSES.formatted("count(*)")))
                .as("running team processes")
                .isEqualTo(TEAMS);
        assertThat(number(after, TEAM_PROCESSES.formatted("count(distinct evaluation.id)")))
                .as("evaluations that have one")
                .isEqualTo(TEAMS);
        assertThat(number(after, "select count(*) from trail_entry where action = 'Évaluation ouverte'"))
                .as("openings in the trail")
                .isEqualTo(TEAMS);
        assertThat(number(after, "select count(*) from act_ru_incident")).isZero();
        assertThat(after.sql("select status from campaign").query(String.class).single())
                .isEqualTo("RUNNING");
    }

    private static final String TEAM_PROCESSES =
            """
            select %s from act_ru_execution running
            join act_re_procdef diagram on diagram.id_ = running.proc_def_id_ and diagram.key_ = 'team-evaluation'
            left join evaluation on evaluation.id::text = running.business_key_
            where running.parent_id_ is null and running.super_exec_ is null""";

    /** The database server is killed with the application: what is only in its memory would be lost. */
    @Test
    void whatWasAcknowledgedBeforeTheKillIsThereAfterTheRestart() throws Exception {
        ApplicationProcess application = start();
        JdbcClient before = application.database();
        launch(application, demonstrationCampaign(before));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(openTasks(before)).isEqualTo(6));
        List<Line> lines = new ArrayList<>();
        List<Callable<Ending>> people = new ArrayList<>();
        for (Desk desk : DESKS) {
            UUID evaluation = before.sql("select id from evaluation where team_name = ?")
                    .param(desk.team())
                    .query(UUID.class)
                    .single();
            List<Line> own = List.of(
                    new Line(evaluation, "TRAIN", desk.channel()), new Line(evaluation, "CSAT", desk.channel()));
            lines.addAll(own);
            Visitor person = Visitor.signedIn(application.address(), desk.person() + "@pontdeclaix.example");
            person.open("/evaluations/" + evaluation + "/collection");
            people.add(() -> saveUntilKilled(person, own));
        }

        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        List<Future<Ending>> endings = new ArrayList<>();
        people.forEach(person -> endings.add(threads.submit(person)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> nobodyStopped(endings) && lines.stream().allMatch(line -> line.acknowledged >= 20));
        application.kill();
        application.killDatabase();
        List<Ending> ends = new ArrayList<>();
        for (Future<Ending> ending : endings) {
            ends.add(ending.get(30, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertThat(ends).as("saves the kill cut off").contains(Ending.CUT_OFF);

        application.start();
        JdbcClient after = application.database();
        for (Line line : lines) {
            assertThat(line.stored(after))
                    .as(line.indicator + " " + line.channel)
                    .isBetween(line.acknowledged, line.sent);
            assertThat(line.traces(after)).as("a save and its trace are one").isEqualTo(line.stored(after));
        }
    }

    private enum Ending {
        /** Sent, and the answer never came. */
        CUT_OFF,
        /** The application was gone already. */
        NOBODY_THERE
    }

    /** Who enters the figures of one team's channel; three colleagues of one team at once are among them. */
    private record Desk(String person, String team, Channel channel) {}

    private static final List<Desk> DESKS = List.of(
            new Desk("eloise.boeuf", "Accueil citoyen", Channel.COUNTER),
            new Desk("karim.haddad", "Accueil citoyen", Channel.PHONE),
            new Desk("chloe.martinez", "Accueil citoyen", Channel.DIGITAL),
            new Desk("jean-noel.faure", "Standard téléphonique", Channel.PHONE),
            new Desk("fatou.ndiaye", "Accueil social du CCAS", Channel.COUNTER),
            new Desk("aurelie.gemond", "Guichet familles", Channel.COUNTER),
            new Desk("gael.lebihan", "Courriels et courriers", Channel.MAIL),
            new Desk("yanis.cordier", "Médiation de quartier", Channel.OUTREACH));

    /** One line of a sheet. One thread fills it with 1, 2, 3...; the test reads what was acknowledged. */
    private static final class Line {

        private final UUID evaluation;
        private final String indicator;
        private final Channel channel;
        private volatile int sent;
        private volatile int acknowledged;
        private String version = "0";

        Line(UUID evaluation, String indicator, Channel channel) {
            this.evaluation = evaluation;
            this.indicator = indicator;
            this.channel = channel;
        }

        void save(Visitor person, int count) throws IOException, InterruptedException {
            LocalDate yesterday = LocalDate.now(PublicTime.ZONE).minusDays(1);
            sent = count;
            HttpResponse<String> answer = person.send(
                    "/evaluations/" + evaluation + "/collection/" + indicator + "/" + channel.code(),
                    Map.of(
                            "version",
                            version,
                            "numerator",
                            Integer.toString(count),
                            "denominator",
                            "1000000",
                            "periodStart",
                            yesterday.minusDays(30).toString(),
                            "periodEnd",
                            yesterday.toString(),
                            "source",
                            "Essai"),
                    "HX-Request",
                    "true");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            acknowledged = count;
            Matcher next = Pattern.compile(
                            "id=\"" + indicator + "-" + channel.code() + "-version\"[^>]*value=\"(\\d+)\"")
                    .matcher(answer.body());
            assertThat(next.find()).as("the next version in " + answer.body()).isTrue();
            version = next.group(1);
        }

        int stored(JdbcClient database) {
            return database.sql(
                            "select numerator from measurement where (evaluation_id, indicator, channel) = (?, ?, ?)")
                    .params(evaluation, indicator, channel.name())
                    .query(BigDecimal.class)
                    .single()
                    .intValueExact();
        }

        int traces(JdbcClient database) {
            return database.sql("select count(*) from trail_entry where evaluation_id = ? and subject = ?")
                    .params(evaluation, indicator + " · " + channel.title())
                    .query(Integer.class)
                    .single();
        }
    }

    private static Ending saveUntilKilled(Visitor person, List<Line> lines) throws InterruptedException {
        try {
            for (int count = 1; ; count++) {
                for (Line line : lines) {
                    line.save(person, count);
                }
            }
        } catch (ConnectException nobody) {
            return Ending.NOBODY_THERE;
        } catch (IOException cut) {
            return Ending.CUT_OFF;
        }
    }

    /** Throws why, when somebody's save was refused. */
    private static boolean nobodyStopped(List<Future<Ending>> endings) throws Exception {
        for (Future<Ending> ending : endings) {
            if (ending.isDone()) {
                throw new IllegalStateException("somebody stopped before the kill: " + ending.get());
            }
        }
        return true;
    }

    private static ApplicationProcess start() throws IOException {
        ApplicationProcess application = new ApplicationProcess(
                Path.of("target", "killed", UUID.randomUUID().toString()));
        STARTED.add(application);
        application.start();
        return application;
    }

    /** The demonstration commune is created when the pages are there already. */
    private static UUID demonstrationCampaign(JdbcClient database) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> database.sql("select id from campaign where status = 'DRAFT'")
                                .query(UUID.class)
                                .list(),
                        found -> found.size() == 1)
                .get(0);
    }

    private static void addTeams(JdbcClient database, UUID campaign, int count) {
        database.sql(
                        """
                with lead as (
                    select id, commune_id from person where email = 'eloise.boeuf@pontdeclaix.example'),
                team as (
                    insert into reception_team (id, version, commune_id, code, name, yearly_contacts, active)
                    select gen_random_uuid(), 0, lead.commune_id, 'ESSAI' || n, 'Équipe ' || n, 1000, true
                    from lead, generate_series(1, :count) n returning id),
                point as (
                    insert into reception_point (id, team_id, name, address, position)
                    select gen_random_uuid(), id, 'Point', 'Adresse', 0 from team returning id),
                channel as (
                    insert into reception_point_channel (point_id, channel) select id, 'COUNTER' from point),
                member as (
                    insert into team_member (team_id, person_id, lead, since)
                    select team.id, lead.id, true, date '1900-01-01' from team, lead)
                insert into campaign_team (campaign_id, team_id) select :campaign, id from team""")
                .param("count", count)
                .param("campaign", campaign)
                .update();
    }

    private static void launch(ApplicationProcess application, UUID campaign) throws IOException, InterruptedException {
        Visitor manager = Visitor.signedIn(application.address(), "qualite");
        manager.open("/campaigns/" + campaign + "/launch");
        HttpResponse<String> answer = manager.send("/campaigns/" + campaign + "/launch", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static int openTasks(JdbcClient database) {
        return number(
                database,
                "select count(distinct proc_inst_id_) from act_ru_task where task_def_key_ = 'measureIndicators'");
    }

    private static int number(JdbcClient database, String query) {
        return database.sql(query).query(Integer.class).single();
    }
}
