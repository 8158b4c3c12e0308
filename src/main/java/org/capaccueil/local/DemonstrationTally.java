package org.capaccueil.local;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Six weeks of requests at the points of the demonstration commune, busy in the morning and on Mondays. */
@Component
@ConditionalOnProperty("capaccueil.demonstration")
class DemonstrationTally {

    private static final int WEEKS = 6;

    /** A working day from eight to six, in parts of its load. */
    private static final int[] LOAD = {0, 0, 0, 0, 0, 0, 0, 0, 3, 9, 10, 7, 1, 4, 6, 5, 4, 2};

    private static final List<String> SUBJECTS = List.of(
            "ETAT-CIVIL",
            "ETAT-CIVIL",
            "ETAT-CIVIL",
            "ENFANCE",
            "ENFANCE",
            "SOCIAL",
            "LOGEMENT",
            "CADRE-DE-VIE",
            "AUTRE");

    private static final List<String> OUTCOMES = List.of(
            "ANSWERED",
            "ANSWERED",
            "ANSWERED",
            "ANSWERED",
            "ANSWERED",
            "ANSWERED",
            "ORIENTED",
            "ORIENTED",
            "APPOINTMENT",
            "CALL_BACK",
            "CAME_BACK");

    private static final List<String> ORIENTATIONS =
            List.of("MAIRIE", "MAIRIE", "CCAS", "ADMINISTRATION", "ASSOCIATION");

    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemonstrationTally(Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void fill(CommuneId commune) {
        Random chance = new Random(38_317);
        Map<String, UUID> choices = choices(commune);
        LocalDate today = PublicTime.today(clock);
        for (TeamView team : organisation.teamsOf(commune)) {
            for (PointView point : team.points()) {
                jdbc.sql("insert into tally_point (point_id, commune_id, name) values (?, ?, ?)")
                        .params(point.id(), commune.value(), point.name())
                        .update();
                for (LocalDate day = today.minusWeeks(WEEKS); day.isBefore(today); day = day.plusDays(1)) {
                    if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                        fill(team, point, day, choices, chance);
                    }
                }
            }
        }
    }

    private Map<String, UUID> choices(CommuneId commune) {
        return jdbc
                .sql("select kind || ' ' || code as name, id from tally_choice where commune_id = ?")
                .param(commune.value())
                .query((row, n) -> Map.entry(row.getString("name"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void fill(TeamView team, PointView point, LocalDate day, Map<String, UUID> choices, Random chance) {
        List<Channel> channels = List.copyOf(point.channels());
        int contacts = chance.nextInt(day.getDayOfWeek() == DayOfWeek.MONDAY ? 6 : 4) + 1;
        for (int n = 0; n < contacts; n++) {
            String outcome = one(OUTCOMES, chance);
            insert(
                    team,
                    point,
                    one(channels, chance),
                    choices.get("SUBJECT " + one(SUBJECTS, chance)),
                    outcome,
                    outcome.equals("ORIENTED") ? choices.get("ORIENTATION " + one(ORIENTATIONS, chance)) : null,
                    day.atTime(hour(chance), chance.nextInt(60))
                            .atZone(PublicTime.ZONE)
                            .toInstant());
        }
    }

    private static int hour(Random chance) {
        int hour = chance.nextInt(LOAD.length);
        // a busy hour is taken as often as it is busy
        while (chance.nextInt(10) >= LOAD[hour]) {
            hour = chance.nextInt(LOAD.length);
        }
        return hour;
    }

    private static <T> T one(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private void insert(
            TeamView team,
            PointView point,
            Channel channel,
            UUID subject,
            String outcome,
            @Nullable UUID orientation,
            Instant at) {
        jdbc.sql(
                        """
                insert into tally_contact (id, commune_id, team_id, point_id, channel, subject_id, outcome, orientation_id,
                                           tapped_at, day, hour_of_week)
                select gen_random_uuid(), :commune, :team, :point, :channel, :subject, :outcome, :orientation::uuid, :at, local::date,
                       (extract(isodow from local)::int - 1) * 24 + extract(hour from local)::int
                from (select :at::timestamptz at time zone 'Europe/Paris' as local) as paris""")
                .param("commune", team.commune().value())
                .param("team", team.id().value())
                .param("point", point.id())
                .param("channel", channel.name())
                .param("subject", subject)
                .param("outcome", outcome)
                .param("orientation", orientation)
                .param("at", Timestamp.from(at))
                .update();
    }
}
