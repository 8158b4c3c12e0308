package org.capaccueil.tally.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the tally: written once, in any order and from anywhere, so by SQL and not as entities. */
@Repository
class Contacts {

    private static final int HOURS_A_DAY = 24;

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name figures show, as it is now; it stays when the point closes. */
    void remember(CommuneId commune, UUID point, String name) {
        // not one statement that updates on conflict: it would lock the point's row for every tap
        int known = jdbc.sql(
                        "insert into tally_point (point_id, commune_id, name) values (?, ?, ?) on conflict do nothing")
                .params(point, commune.value(), name)
                .update();
        if (known == 0) {
            jdbc.sql("update tally_point set name = ? where point_id = ? and name <> ?")
                    .params(name, point, name)
                    .update();
        }
    }

    /** Whether the contact is new. One with this id that is there already, whoever's it is, is left as it is. */
    boolean add(Contact contact) {
        ZonedDateTime local = contact.tappedAt().atZone(PublicTime.ZONE);
        return jdbc.sql(
                                """
                insert into tally_contact (id, commune_id, team_id, point_id, channel, subject_id, outcome, orientation_id,
                                           tapped_at, day, hour_of_week, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .param(contact.id())
                        .param(contact.commune().value())
                        .param(contact.team().value())
                        .param(contact.point())
                        .param(contact.channel().name())
                        .param(contact.subject())
                        .param(contact.outcome().name())
                        .param(contact.orientation())
                        .param(Timestamp.from(contact.tappedAt()))
                        .param(local.toLocalDate())
                        .param((local.getDayOfWeek().getValue() - 1) * HOURS_A_DAY + local.getHour())
                        .param(contact.note())
                        .update()
                == 1;
    }

    /** A contact that is there, undone or not. */
    record Kept(
            TeamId team, UUID point, Channel channel, UUID subject, Outcome outcome, Instant tappedAt, boolean undone) {

        boolean isSameAs(Contact contact) {
            return point.equals(contact.point())
                    && channel == contact.channel()
                    && subject.equals(contact.subject())
                    && outcome == contact.outcome();
        }
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(
                        """
                select team_id, point_id, channel, subject_id, outcome, tapped_at, undone from tally_contact where id = ?""")
                .param(id)
                .query((row, n) -> new Kept(
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getObject("point_id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("subject_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getTimestamp("tapped_at").toInstant(),
                        row.getBoolean("undone")))
                .optional();
    }

    /** The mark that stays keeps a late copy of the same tap out. */
    void undo(UUID id) {
        jdbc.sql("update tally_contact set undone = true, note = null where id = ?")
                .param(id)
                .update();
    }

    /** How many of these teams there were on a day, by point; points without any are absent. */
    Map<UUID, Long> ofDay(CommuneId commune, Collection<TeamId> teams, LocalDate day) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                select point_id, count(*) contacts from tally_contact
                where commune_id = :commune and day = :day and not undone and team_id in (:teams) group by point_id""")
                .param("commune", commune.value())
                .param("day", day)
                .param("teams", teams.stream().map(TeamId::value).toList())
                .query(row -> {
                    counts.put(row.getObject("point_id", UUID.class), row.getLong("contacts"));
                });
        return counts;
    }

    int forgetNotesBefore(LocalDate day) {
        return jdbc.sql("update tally_contact set note = null where note is not null and day < ?")
                .param(day)
                .update();
    }

    void dropUndoneBefore(LocalDate day) {
        jdbc.sql("delete from tally_contact where undone and day < ?")
                .param(day)
                .update();
    }
}
