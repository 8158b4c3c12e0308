package org.capaccueil.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns waiting notices into mails: one for each person, whatever the number of tasks in it. A task that was done in the
 * meantime is told to nobody.
 */
@Service
public class MailRoom {

    /** Time to undo a mistake before anybody is told of it. */
    static final Duration DELAY = Duration.ofMinutes(2);

    private static final int NOTICES_A_ROUND = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final TaskDesk tasks;
    private final Audience audience;
    private final Organisation organisation;
    private final Absences absences;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Clock clock;
    private final String address;

    MailRoom(
            JdbcClient jdbc,
            TaskDesk tasks,
            Audience audience,
            Organisation organisation,
            Absences absences,
            Evaluations evaluations,
            Outbox outbox,
            Clock clock,
            @Value("${capaccueil.public-address}") String address) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.audience = audience;
        this.organisation = organisation;
        this.absences = absences;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.clock = clock;
        this.address = address;
    }

    private record Notice(long id, NoticeKind kind, String task) {}

    /**
     * One line of a mail.
     *
     * @param inPlaceOf the absent person it is told in place of, null for one's own
     */
    private record Item(NoticeKind kind, OpenTask task, String about, @Nullable String inPlaceOf) {

        boolean tellsTheSameAs(Item other) {
            return kind == other.kind && task.id().equals(other.task.id());
        }
    }

    /**
     * Writes the mails of one round.
     *
     * @return how many notices were taken; 0 when none waits
     */
    @Transactional
    public int write() {
        Instant now = clock.instant();
        List<Notice> waiting = jdbc.sql(
                        """
                select id, kind, task_id from notice where written_at is null and at <= ?
                order by id limit ? for update skip locked""")
                .param(Timestamp.from(now.minus(DELAY)))
                .param(NOTICES_A_ROUND)
                .query((row, n) -> new Notice(
                        row.getLong("id"), NoticeKind.valueOf(row.getString("kind")), row.getString("task_id")))
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<String, OpenTask> open = tasks
                .stillOpen(waiting.stream().map(Notice::task).distinct().toList())
                .stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
        Map<PersonId, List<Item>> items = new LinkedHashMap<>();
        for (Notice notice : waiting) {
            OpenTask task = open.get(notice.task());
            if (task != null) {
                Item item = new Item(notice.kind(), task, about(task), null);
                recipients(notice.kind(), task).forEach(person -> items.computeIfAbsent(person, p -> new ArrayList<>())
                        .add(item));
            }
        }
        tellSubstitutes(items);
        Map<PersonId, PersonView> people = organisation.people(items.keySet());
        items.forEach((person, list) -> outbox.put(people.get(person), subject(list), body(people.get(person), list)));
        jdbc.sql("update notice set written_at = :now where id in (:ids)")
                .param("now", Timestamp.from(now))
                .param("ids", waiting.stream().map(Notice::id).toList())
                .update();
        return waiting.size();
    }

    /** Whoever is absent is told as ever; what they lend is told to their substitute as well. */
    private void tellSubstitutes(Map<PersonId, List<Item>> items) {
        Map<PersonId, PersonView> substitutes = absences.substitutesToday(items.keySet());
        Map<PersonId, PersonView> absent = organisation.people(substitutes.keySet());
        Map<PersonId, List<Item>> own = new LinkedHashMap<>(items);
        substitutes.forEach((person, substitute) -> {
            List<Item> told = new ArrayList<>(items.getOrDefault(substitute.id(), List.of()));
            own.get(person).stream()
                    .filter(item -> item.task().isLent() && told.stream().noneMatch(item::tellsTheSameAs))
                    .map(item -> new Item(
                            item.kind(),
                            item.task(),
                            item.about(),
                            absent.get(person).name()))
                    .toList()
                    .forEach(told::add);
            if (!told.isEmpty()) {
                items.put(substitute.id(), told);
            }
        });
    }

    private Set<PersonId> recipients(NoticeKind kind, OpenTask task) {
        Set<PersonId> people = new LinkedHashSet<>(audience.awaited(task));
        if (kind == NoticeKind.ESCALATION) {
            people.addAll(audience.above(task));
        }
        return people;
    }

    private String about(OpenTask task) {
        return task.evaluation() != null
                ? evaluations.get(new EvaluationId(task.evaluation())).teamName()
                : evaluations.frame(new CampaignId(task.campaign())).name();
    }

    private static String subject(List<Item> items) {
        if (items.size() > 1) {
            return "Cap Accueil : " + items.size() + " tâches vous attendent";
        }
        Item item = items.get(0);
        return item.kind().title() + " : " + item.task().name() + " – " + item.about();
    }

    private String body(PersonView person, List<Item> items) {
        StringBuilder text = new StringBuilder("Bonjour " + person.name() + ",\n\n");
        for (Item item : items) {
            text.append(item.kind().title())
                    .append(" : ")
                    .append(item.task().name())
                    .append(" – ")
                    .append(item.about())
                    .append('\n');
            if (item.inPlaceOf() != null) {
                text.append("  En remplacement de : ").append(item.inPlaceOf()).append('\n');
            }
            if (item.task().due() != null) {
                text.append("  À faire avant le ")
                        .append(DAY.format(PublicTime.dayOf(item.task().due())))
                        .append(" inclus\n");
            }
            text.append("  ").append(address).append(item.task().page()).append("\n\n");
        }
        return text.append("Cap Accueil\n").toString();
    }
}
