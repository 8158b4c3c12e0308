package org.capaccueil.campaign.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a team receives, as it was when its evaluation opened: a point that closes or changes hands stays in it. */
@Component
class EvaluationPoints {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EvaluationPoints(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(Map<EvaluationId, List<PointView>> points) {
        List<Object[]> rows = new ArrayList<>();
        points.forEach((evaluation, all) -> {
            for (int position = 0; position < all.size(); position++) {
                PointView point = all.get(position);
                rows.add(new Object[] {
                    evaluation.value(),
                    point.id(),
                    position,
                    point.name(),
                    point.address(),
                    point.channels().stream().map(Channel::name).collect(Collectors.joining(",")),
                    point.main()
                });
            }
        });
        batches.batchUpdate(
                """
                insert into evaluation_point (evaluation_id, point_id, position, name, address, channels, main)
                values (?, ?, ?, ?, ?, ?, ?)""",
                rows);
    }

    void add(EvaluationId evaluation, PointView point) {
        int after = of(List.of(evaluation)).getOrDefault(evaluation, List.of()).size();
        jdbc.sql(
                        """
                insert into evaluation_point (evaluation_id, point_id, position, name, address, channels, main)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(evaluation.value())
                .param(point.id())
                .param(after)
                .param(point.name())
                .param(point.address())
                .param(point.channels().stream().map(Channel::name).collect(Collectors.joining(",")))
                .param(point.main())
                .update();
    }

    Map<EvaluationId, List<PointView>> of(Collection<EvaluationId> evaluations) {
        Map<EvaluationId, List<PointView>> points = new HashMap<>();
        if (evaluations.isEmpty()) {
            return points;
        }
        jdbc.sql(
                        """
                select evaluation_id, point_id, name, address, channels, main from evaluation_point
                where evaluation_id in (:evaluations) order by evaluation_id, position, name""")
                .param(
                        "evaluations",
                        evaluations.stream().map(EvaluationId::value).toList())
                .query(row -> {
                    points.computeIfAbsent(
                                    new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(new PointView(
                                    row.getObject("point_id", UUID.class),
                                    row.getString("name"),
                                    row.getString("address"),
                                    channels(row.getString("channels")),
                                    row.getBoolean("main")));
                });
        return points;
    }

    private static Set<Channel> channels(String names) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Channel::valueOf)
                .forEach(channels::add);
        return channels;
    }
}
