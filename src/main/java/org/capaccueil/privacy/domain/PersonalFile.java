package org.capaccueil.privacy.domain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.capaccueil.organisation.DataProtection;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is held about the person who asks, to be read or taken away: in their own commune, and wherever else they were an
 * auditor. Nobody asks for somebody else.
 */
@Service
public class PersonalFile {

    static final String LEGAL_BASIS = "Mission d'intérêt public, article 6(1)(e) du RGPD";

    /** A page shows the latest; the file to take away has everything. */
    private static final int SHOWN = 20;

    private static final int ROWS_A_FETCH = 500;

    private final JdbcClient jdbc;
    private final TaskDesk tasks;
    private final DataProtection protection;
    private final RetentionPeriods periods;
    private final ObjectMapper json;
    private final TransactionTemplate reading;
    private final Clock clock;

    PersonalFile(
            DataSource database,
            TaskDesk tasks,
            DataProtection protection,
            RetentionPeriods periods,
            ObjectMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        JdbcTemplate inPortions = new JdbcTemplate(database);
        inPortions.setFetchSize(ROWS_A_FETCH);
        this.jdbc = JdbcClient.create(inPortions);
        this.tasks = tasks;
        this.protection = protection;
        this.periods = periods;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** A category of data with what there is in it. */
    public record Section(
            String title, String purpose, String seenBy, String howLong, String outcome, List<Listing> listings) {}

    /**
     * Rows of one kind, each value in French.
     *
     * @param total how many there are; the last ones are in {@code rows}
     */
    public record Listing(String title, List<String> headings, List<List<String>> rows, long total) {

        public long left() {
            return total - rows.size();
        }
    }

    public Optional<DataProtection.Contact> contact(Actor actor) {
        return protection.contact(actor.commune());
    }

    public List<Section> sections(Actor actor) {
        return everywhere(() -> readSections(actor));
    }

    /** One reading, so that rows come in portions and fit together. */
    private <T> T everywhere(Supplier<T> read) {
        return Scope.everything().callIn(reading, read);
    }

    private List<Section> readSections(Actor actor) {
        return Arrays.stream(Held.Category.values())
                .map(category -> new Section(
                        category.title,
                        category.purpose,
                        category.seenBy,
                        category.rule.howLong(periods) + " après " + category.rule.from(),
                        category.rule.outcome(),
                        category == Held.Category.TASKS ? held(actor) : listings(actor, category)))
                .toList();
    }

    private List<Listing> held(Actor actor) {
        List<OpenTask> open = tasks.heldBy(actor.id());
        if (open.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = open.stream()
                .map(task -> List.of(task.name(), task.due() == null ? "–" : HeldWords.value("due", task.due())))
                .toList();
        return List.of(new Listing("Tâches", HeldWords.headings(List.of("task", "due")), rows, rows.size()));
    }

    private List<Listing> listings(Actor actor, Held.Category category) {
        return Arrays.stream(Held.values())
                .filter(held -> held.category == category)
                .flatMap(held -> listing(actor, held).stream())
                .toList();
    }

    private Optional<Listing> listing(Actor actor, Held held) {
        long total = asked("select count(*) from (" + held.sql + ") held", actor)
                .query(Long.class)
                .single();
        if (total == 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        asked(held.sql + " offset " + Math.max(0, total - SHOWN), actor).query(row -> {
            Map<String, @Nullable Object> record = record(row);
            if (names.isEmpty()) {
                names.addAll(record.keySet());
            }
            rows.add(record.entrySet().stream()
                    .map(entry -> HeldWords.value(entry.getKey(), entry.getValue()))
                    .toList());
        });
        return Optional.of(new Listing(HeldWords.title(held), HeldWords.headings(names), rows, total));
    }

    /** Writes everything, row by row: nobody's years of work need fit in memory. */
    public void export(Actor actor, OutputStream out) throws IOException {
        try {
            everywhere(() -> write(actor, out));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private boolean write(Actor actor, OutputStream out) {
        try (JsonGenerator file = json.createGenerator(out)) {
            file.useDefaultPrettyPrinter();
            file.writeStartObject();
            file.writeStringField("written_at", clock.instant().toString());
            file.writeStringField("legal_basis", LEGAL_BASIS);
            file.writeObjectField(
                    "data_protection_contact",
                    contact(actor)
                            .map(contact -> Map.of("name", contact.name(), "reach", contact.reach()))
                            .orElse(null));
            file.writeObjectFieldStart("held");
            for (Held.Category category : Held.Category.values()) {
                file.writeObjectFieldStart(category.name().toLowerCase(java.util.Locale.ROOT));
                file.writeStringField("title", category.title);
                file.writeStringField("purpose", category.purpose);
                file.writeStringField("seen_by", category.seenBy);
                file.writeStringField("kept", category.rule.howLong(periods) + " après " + category.rule.from());
                if (category == Held.Category.TASKS) {
                    writeTasks(actor, file);
                }
                for (Held held : Held.values()) {
                    if (held.category == category) {
                        writeRows(actor, held, file);
                    }
                }
                file.writeEndObject();
            }
            file.writeEndObject();
            file.writeEndObject();
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void writeTasks(Actor actor, JsonGenerator file) throws IOException {
        file.writeArrayFieldStart("tasks");
        for (OpenTask task : tasks.heldBy(actor.id())) {
            file.writeStartObject();
            file.writeStringField("task", task.name());
            file.writeStringField("due", task.due() == null ? null : task.due().toString());
            file.writeEndObject();
        }
        file.writeEndArray();
    }

    private void writeRows(Actor actor, Held held, JsonGenerator file) throws IOException {
        file.writeArrayFieldStart(held.name().toLowerCase(java.util.Locale.ROOT));
        asked(held.sql, actor).query(row -> {
            try {
                file.writeStartObject();
                for (Map.Entry<String, @Nullable Object> entry : record(row).entrySet()) {
                    Object value = entry.getValue();
                    file.writeObjectField(
                            entry.getKey(),
                            value instanceof Instant || value instanceof LocalDate ? value.toString() : value);
                }
                file.writeEndObject();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        file.writeEndArray();
    }

    private StatementSpec asked(String sql, Actor actor) {
        return jdbc.sql(sql).param("person", actor.id().value());
    }

    private static Map<String, @Nullable Object> record(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            record.put(
                    columns.getColumnLabel(i),
                    value instanceof Timestamp moment
                            ? moment.toInstant()
                            : value instanceof Date day ? day.toLocalDate() : value);
        }
        return record;
    }
}
