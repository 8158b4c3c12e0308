package org.capaccueil.local;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mystery evaluations of the demonstration commune: an opened wave of fourteen visits, and one being prepared. */
@Component
class DemonstrationMystery {

    private static final long SEED = 38317;
    private static final int WEEKS_AGO = 10;
    private static final int DAYS = 28;
    private static final int AT_EACH_COUNTER = 4;
    private static final int AT_THE_PHONE = 2;

    /** An agent of each of these teams observes the others. */
    private static final List<String> OBSERVERS =
            List.of("karim.haddad", "lea.bonnet", "tom.riviere", "maelle.sanchez", "sofia.almeida");

    private static final List<String> REMARKS = List.of(
            "L'affichage des horaires à l'entrée ne correspond pas à celui du site.",
            "Les pièces à fournir ont été écrites sur une fiche, très utile.",
            "L'attente n'est annoncée nulle part.");

    private final Mysteries mysteries;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemonstrationMystery(Mysteries mysteries, JdbcClient jdbc, Clock clock) {
        this.mysteries = mysteries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom a team's own people are kept from. */
    private record Someone(UUID id, UUID team) {}

    private record Place(UUID id, UUID team, String kind) {}

    void observe(Actor manager, Set<TeamId> counters, TeamId phone) {
        LocalDate today = PublicTime.today(clock);
        List<Someone> observers = train(manager, today);
        mysteries.prepare(manager, "Accueil, vague en préparation", counters, today.plusDays(7), today.plusDays(49), 1);
        UUID wave = openedWave(manager, today.minusWeeks(WEEKS_AGO));
        List<Place> places = new ArrayList<>();
        counters.forEach(team -> places.addAll(lay(wave, team, "COUNTER", "VISIT")));
        places.addAll(lay(wave, phone, "PHONE", "CALL"));
        Random random = new Random(SEED);
        List<UUID> done = new ArrayList<>();
        for (Place place : places) {
            int wanted = place.kind().equals("CALL") ? AT_THE_PHONE : AT_EACH_COUNTER;
            observers.stream()
                    .filter(one -> !one.team().equals(place.team()))
                    .limit(wanted)
                    .forEach(one -> {
                        LocalDate day = WorkingDays.plus(today.minusWeeks(WEEKS_AGO), 1 + random.nextInt(DAYS / 2));
                        done.add(visit(wave, place, one.id(), day, 9 + random.nextInt(3), random));
                    });
        }
        for (int i = 0; i < REMARKS.size(); i++) {
            jdbc.sql("update mystery_visit set remark = ? where id = ?")
                    .param(REMARKS.get(i))
                    .param(done.get(i * AT_EACH_COUNTER))
                    .update();
        }
        jdbc.sql("update mystery_wave set status = 'OPENED', opened_at = now() - interval '2 weeks' where id = ?")
                .param(wave)
                .update();
    }

    private List<Someone> train(Actor manager, LocalDate today) {
        List<Someone> trained = new ArrayList<>();
        for (String name : OBSERVERS) {
            Someone one = jdbc.sql(
                            """
                    select person.id, member.team_id from person join team_member member on member.person_id = person.id
                    where person.commune_id = ? and person.email like ?""")
                    .param(manager.commune().value())
                    .param(name + "@%")
                    .query((row, n) ->
                            new Someone(row.getObject("id", UUID.class), row.getObject("team_id", UUID.class)))
                    .single();
            jdbc.sql(
                            """
                    insert into mystery_observer (person_id, version, commune_id, trained_on, accepted_at, rules)
                    values (?, 0, ?, ?, now() - interval '12 weeks', 1)""")
                    .param(one.id())
                    .param(manager.commune().value())
                    .param(today.minusWeeks(WEEKS_AGO + 4))
                    .update();
            trained.add(one);
        }
        return trained;
    }

    private UUID openedWave(Actor manager, LocalDate first) {
        UUID wave = UUID.randomUUID();
        jdbc.sql(
                        """
                insert into mystery_wave (id, version, commune_id, title, first_day, last_day, per_place, peaks, grid_id, status)
                select ?, 0, commune_id, 'Accueil, première vague', ?, ?, ?, 'lundi 9-12', id, 'UNDERWAY'
                from mystery_grid where commune_id = ? and published_at is not null""")
                .param(wave)
                .param(first)
                .param(first.plusDays(DAYS))
                .param(AT_EACH_COUNTER)
                .param(manager.commune().value())
                .update();
        jdbc.sql(
                        """
                insert into mystery_script (id, wave_id, scenario_id, kind, title, situation, request, expected)
                select gen_random_uuid(), ?, id, kind, title, situation, request, expected
                from mystery_scenario where commune_id = ?""")
                .param(wave)
                .param(manager.commune().value())
                .update();
        return wave;
    }

    private List<Place> lay(UUID wave, TeamId team, String channel, String kind) {
        return jdbc
                .sql(
                        """
                insert into mystery_place (id, wave_id, team_id, point_id, point_name, channel)
                select gen_random_uuid(), ?, point.team_id, point.id, point.name, opened.channel
                from reception_point point join reception_point_channel opened on opened.point_id = point.id
                where point.team_id = ? and opened.channel = ? returning id""")
                .param(wave)
                .param(team.value())
                .param(channel)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Place(id, team.value(), kind))
                .toList();
    }

    private UUID visit(UUID wave, Place place, UUID observer, LocalDate day, int hour, Random random) {
        UUID visit = UUID.randomUUID();
        jdbc.sql(
                        """
                insert into mystery_visit (id, version, wave_id, place_id, script_id, observer_id, day, hour, status, remark_state)
                select ?, 0, wave_id, ?, id, ?, ?, ?, 'STARTED', 'RECEIVED' from mystery_script where wave_id = ? and kind = ?""")
                .param(visit)
                .param(place.id())
                .param(observer)
                .param(day)
                .param(hour)
                .param(wave)
                .param(place.kind())
                .update();
        items(wave, place.kind()).forEach(item -> rate(visit, item, random));
        jdbc.sql("update mystery_visit set status = 'DONE', done_on = day where id = ?")
                .param(visit)
                .update();
        return visit;
    }

    private record Item(String code, boolean scored, int most, boolean optional) {}

    private List<Item> items(UUID wave, String kind) {
        return jdbc.sql(
                        """
                select item ->> 'code' code, item ->> 'measure' measure, (item ->> 'most')::int most,
                       (item ->> 'optional')::boolean optional
                from mystery_wave wave join mystery_grid grid on grid.id = wave.grid_id,
                     jsonb_array_elements(grid.content::jsonb -> 'items') item
                where wave.id = ? and item -> 'kinds' @> to_jsonb(?::text)""")
                .param(wave)
                .param(kind)
                .query((row, n) -> new Item(
                        row.getString("code"),
                        row.getString("measure").equals("POINTS"),
                        row.getInt("most"),
                        row.getBoolean("optional")))
                .list();
    }

    /** Mostly good; waiting is told worst, and what may have no object often has none. */
    private void rate(UUID visit, Item item, Random random) {
        boolean none = item.scored() && item.optional() && random.nextInt(3) == 0;
        Integer points = none || !item.scored()
                ? null
                : Math.max(0, item.most() - (item.code().equals("I3") ? 1 + random.nextInt(2) : random.nextInt(5) / 3));
        jdbc.sql(
                        """
                insert into mystery_rating (visit_id, item, points, possible, not_applicable, measure)
                values (?, ?, ?, ?, ?, ?)""")
                .param(visit)
                .param(item.code())
                .param(points)
                .param(points == null ? null : item.most())
                .param(none)
                .param(item.scored() ? null : 2 + random.nextInt(10))
                .update();
    }
}
