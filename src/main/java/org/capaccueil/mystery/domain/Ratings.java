package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What observers noted. */
@Component
class Ratings {

    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where and when a visit was done, and what of it counts. */
    record Counted(
            UUID visit,
            TeamId team,
            UUID point,
            String pointName,
            Channel channel,
            LocalDate doneOn,
            String item,
            Rating rating) {}

    Map<String, Rating> of(UUID visit) {
        Map<String, Rating> noted = new LinkedHashMap<>();
        jdbc.sql("select item, points, possible, measure from mystery_rating where visit_id = ?")
                .param(visit)
                .query(row -> {
                    noted.put(
                            row.getString("item"),
                            new Rating(
                                    row.getObject("points", Integer.class),
                                    row.getObject("possible", Integer.class),
                                    row.getObject("measure", Integer.class)));
                });
        return noted;
    }

    void note(UUID visit, String item, Rating rating) {
        jdbc.sql(
                        """
                insert into mystery_rating (visit_id, item, points, possible, not_applicable, measure)
                values (?, ?, ?, ?, ?, ?)
                on conflict (visit_id, item) do update set points = excluded.points, possible = excluded.possible,
                    not_applicable = excluded.not_applicable, measure = excluded.measure""")
                .param(visit)
                .param(item)
                .param(rating.points())
                .param(rating.possible())
                .param(rating.isNotApplicable())
                .param(rating.measure())
                .update();
    }

    void clear(UUID visit, String item) {
        jdbc.sql("delete from mystery_rating where visit_id = ? and item = ?")
                .param(visit)
                .param(item)
                .update();
    }

    /** Of one opened wave: visits that were done and not withdrawn. */
    List<Counted> countedIn(UUID wave) {
        return counted("visit.wave_id = :wave", Map.of("wave", wave));
    }

    /** Of all opened waves, of any of these teams on any of these channels, done on one of these days. */
    List<Counted> countedBetween(Set<TeamId> teams, Set<Channel> channels, LocalDate from, LocalDate to) {
        return counted(
                "place.team_id in (:teams) and place.channel in (:channels) and visit.done_on between :from and :to",
                Map.of(
                        "teams",
                        teams.stream().map(TeamId::value).toList(),
                        "channels",
                        channels.stream().map(Channel::name).toList(),
                        "from",
                        from,
                        "to",
                        to));
    }

    /** The seal is in the statement itself: nothing of a wave that is not opened ever leaves the table this way. */
    private List<Counted> counted(String which, Map<String, ?> given) {
        return jdbc.sql(
                        """
                select visit.id, place.team_id, place.point_id, place.point_name, place.channel, visit.done_on, rating.item,
                       rating.points, rating.possible, rating.measure
                from mystery_visit visit join mystery_wave wave on wave.id = visit.wave_id and wave.status = 'OPENED'
                join mystery_place place on place.id = visit.place_id
                join mystery_rating rating on rating.visit_id = visit.id
                where visit.status = 'DONE' and %s order by visit.id, rating.item"""
                                .formatted(which))
                .params(given)
                .query((row, n) -> new Counted(
                        row.getObject("id", UUID.class),
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getObject("point_id", UUID.class),
                        row.getString("point_name"),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("item"),
                        new Rating(
                                row.getObject("points", Integer.class),
                                row.getObject("possible", Integer.class),
                                row.getObject("measure", Integer.class))))
                .list();
    }
}
