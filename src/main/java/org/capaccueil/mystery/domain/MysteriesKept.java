package org.capaccueil.mystery.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.mystery.domain.OwnVisits.MyVisit;
import org.capaccueil.mystery.domain.WavePlan.Spot;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MysteriesKept implements Mysteries {

    private final WaveDesk desk;
    private final ScenarioDesk scenarios;
    private final OwnVisits own;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    MysteriesKept(WaveDesk desk, ScenarioDesk scenarios, OwnVisits own, Organisation organisation, JdbcClient jdbc) {
        this.desk = desk;
        this.scenarios = scenarios;
        this.own = own;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public UUID prepare(
            Actor manager, String title, Set<TeamId> teams, LocalDate firstDay, LocalDate lastDay, int perPlace) {
        Set<Spot> asked = new HashSet<>();
        organisation.teams(teams).values().forEach(team -> team.points()
                .forEach(point -> point.channels().forEach(channel -> asked.add(new Spot(point.id(), channel)))));
        UUID wave = desk.prepare(
                manager,
                new WavePlan(
                        title,
                        firstDay,
                        lastDay,
                        perPlace,
                        "",
                        asked,
                        scenarios.shelf(manager).stream()
                                .filter(ScenarioView::isInUse)
                                .map(ScenarioView::id)
                                .collect(Collectors.toSet())));
        desk.propose(manager, wave);
        return wave;
    }

    @Override
    public Optional<ToDo> toDo(Actor actor) {
        List<MyVisit> waiting =
                own.mine(actor).stream().filter(MyVisit::isWaiting).toList();
        return waiting.stream()
                .map(MyVisit::day)
                .min(Comparator.naturalOrder())
                .map(next -> new ToDo(waiting.size(), next));
    }

    @Override
    public boolean observes(Actor actor) {
        return own.observes(actor);
    }

    @Override
    @Transactional
    public int forgetRemarksOfWavesOpenedBefore(Instant moment) {
        return jdbc.sql(
                        """
                update mystery_visit set remark = null, remark_shown = null, remark_masked = '', remark_state = 'RECEIVED'
                where remark is not null and wave_id in (
                    select id from mystery_wave
                    where opened_at < ? or (opened_at is null and last_day < ?))""")
                .param(Timestamp.from(moment))
                .param(PublicTime.dayOf(moment))
                .update();
    }
}
