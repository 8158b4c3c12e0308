package org.capaccueil.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.capaccueil.shared.PublicTime;

/**
 * The dates diagrams name. Reminders come 15, 5 and 1 day before the due date, on the day it has passed, and then every
 * week until the step is done.
 */
@ProcessBean("deadlines")
public class DeadlineExpressions {

    private static final List<Integer> DAYS_BEFORE = List.of(15, 5, 1);

    private final Map<String, ProcessCalendar> calendars;

    DeadlineExpressions(List<ProcessCalendar> calendars) {
        this.calendars = calendars.stream()
                .collect(Collectors.toUnmodifiableMap(ProcessCalendar::processKey, Function.identity()));
    }

    public Date dueDate(DelegateExecution execution) {
        return Date.from(moment(Moment.DUE, execution));
    }

    public Date closingDate(DelegateExecution execution) {
        return Date.from(moment(Moment.CLOSING, execution));
    }

    public Date replyEnds(DelegateExecution execution) {
        return Date.from(moment(Moment.REPLY_ENDS, execution));
    }

    public Date reviewDate(DelegateExecution execution) {
        return Date.from(moment(Moment.REVIEW, execution));
    }

    public Date nextCycle(DelegateExecution execution) {
        return Date.from(moment(Moment.NEXT_CYCLE, execution));
    }

    public Date nextReminder(DelegateExecution execution) {
        return Date.from(nextReminder(moment(Moment.DUE, execution), now()));
    }

    public boolean isOverdue(DelegateExecution execution) {
        return now().isAfter(moment(Moment.DUE, execution));
    }

    /** Reminders leave at eight in the morning, when somebody reads them. */
    static Instant nextReminder(Instant due, Instant now) {
        LocalDate dueDay = PublicTime.dayOf(due);
        Stream<Instant> ladder = DAYS_BEFORE.stream().map(days -> morningOf(dueDay.minusDays(days)));
        return Stream.concat(ladder, Stream.of(morningOf(dueDay.plusDays(1))))
                .filter(now::isBefore)
                .findFirst()
                .orElseGet(() -> {
                    long weeks =
                            Duration.between(morningOf(dueDay.plusDays(1)), now).toDays() / 7 + 1;
                    return morningOf(dueDay.plusDays(1).plusWeeks(weeks));
                });
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(8, 0).atZone(PublicTime.ZONE).toInstant();
    }

    /** The engine's clock, so that a timer and the date it is compared with never disagree. */
    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private Instant moment(Moment which, DelegateExecution execution) {
        String processKey = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        ProcessCalendar calendar = calendars.get(processKey);
        if (calendar == null) {
            throw new IllegalStateException("no calendar for process " + processKey);
        }
        return calendar.moment(which, UUID.fromString(execution.getProcessBusinessKey()));
    }
}
