package org.capaccueil.label.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.campaign.CampaignPublished;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.PublishedResults;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a campaign came to when it is published, so that comparing many reads one table and not every rating. */
@Component
class PublishedScores implements PublishedResults {

    private final Evaluations evaluations;
    private final Organisation organisation;
    private final TeamResults results;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PublishedScores(
            Evaluations evaluations,
            Organisation organisation,
            TeamResults results,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.results = results;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A team's audited scores with what it weighs. */
    private record Audited(ScoreSheet sheet, int weight) {}

    private record Kept(Map<String, String> themes, Map<Channel, String> channels) {}

    /** A campaign nobody was audited in publishes nothing to compare. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(CampaignPublished published) {
        CampaignView campaign = evaluations.campaign(published.campaign());
        List<Audited> audited = audited(campaign.id());
        Score total = mean(audited, ScoreSheet::total);
        if (total == null) {
            return;
        }
        Map<String, String> themes = new LinkedHashMap<>();
        Map<Channel, String> channels = new EnumMap<>(Channel.class);
        audited.stream()
                .flatMap(team -> team.sheet().themes().stream())
                .map(theme -> theme.theme().code())
                .distinct()
                .forEach(code -> put(themes, code, mean(audited, sheet -> sheet.theme(code)
                        .map(ScoreSheet.ThemeScore::score)
                        .orElse(null))));
        for (Channel channel : Channel.values()) {
            put(channels, channel, mean(audited, sheet -> sheet.on(channel)));
        }
        jdbc.sql(
                        """
                insert into published_result (campaign_id, commune_id, standard_version_id, period_end, published_at, teams,
                                              total, scores)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(campaign.id().value())
                .param(campaign.commune().value())
                .param(campaign.standard().value())
                .param(Date.valueOf(campaign.periodEnd()))
                .param(Timestamp.from(clock.instant()))
                .param((int) audited.stream()
                        .filter(team -> team.sheet().total() != null)
                        .count())
                .param(total.fractionText())
                .param(text(new Kept(themes, channels)))
                .update();
    }

    private List<Audited> audited(CampaignId campaign) {
        List<TeamResult> teams = results
                .of(evaluations.ofCampaign(campaign).stream()
                        .filter(evaluation -> evaluation.status() != EvaluationStatus.CANCELLED)
                        .toList())
                .stream()
                .filter(TeamResult::isAuditFinal)
                .toList();
        Map<TeamId, TeamView> known = organisation.teams(teams.stream()
                .map(TeamResult::evaluation)
                .map(EvaluationView::team)
                .toList());
        boolean counted = known.values().stream().anyMatch(team -> team.yearlyContacts() > 0);
        return teams.stream()
                .flatMap(team -> Stream.ofNullable(team.audit())
                        .map(sheet -> new Audited(
                                sheet,
                                counted ? known.get(team.evaluation().team()).yearlyContacts() : 1)))
                .toList();
    }

    private static @Nullable Score mean(List<Audited> teams, Function<ScoreSheet, @Nullable Score> score) {
        WeightedMean mean = new WeightedMean();
        teams.forEach(team -> mean.add(team.weight(), score.apply(team.sheet())));
        return mean.score();
    }

    private static <K> void put(Map<K, String> scores, K of, @Nullable Score score) {
        if (score != null) {
            scores.put(of, score.fractionText());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Result> of(Collection<CommuneId> communes) {
        if (communes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                select commune_id, standard_version_id, period_end, teams, total, scores from published_result
                where commune_id in (:communes) order by period_end desc, published_at desc""")
                .param("communes", communes.stream().map(CommuneId::value).toList())
                .query((row, n) -> result(
                        new CommuneId(row.getObject("commune_id", UUID.class)),
                        new StandardVersionId(row.getObject("standard_version_id", UUID.class)),
                        row.getDate("period_end").toLocalDate(),
                        row.getInt("teams"),
                        row.getString("total"),
                        kept(row.getString("scores"))))
                .list();
    }

    private static Result result(
            CommuneId commune, StandardVersionId standard, LocalDate end, int teams, String total, Kept kept) {
        Map<String, BigFraction> themes = new LinkedHashMap<>();
        kept.themes().forEach((code, score) -> themes.put(code, fraction(score)));
        Map<Channel, BigFraction> channels = new EnumMap<>(Channel.class);
        kept.channels().forEach((channel, score) -> channels.put(channel, fraction(score)));
        return new Result(commune, standard, end, teams, fraction(total), themes, channels);
    }

    private static BigFraction fraction(String text) {
        int stroke = text.indexOf('/');
        return BigFraction.of(new BigInteger(text.substring(0, stroke)), new BigInteger(text.substring(stroke + 1)));
    }

    private Kept kept(String text) {
        try {
            return json.readValue(text, Kept.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a published result cannot be read", impossible);
        }
    }

    private String text(Kept kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a published result could not be written", impossible);
        }
    }
}
