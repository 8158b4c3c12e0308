package org.capaccueil.indicator.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of files and recipes. */
@Component
class ImportRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID add(
            PersonId person, Instant now, String fileName, byte[] content, Recipe recipe, @Nullable String recipeName) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                insert into indicator_import (id, uploaded_by, uploaded_at, file_name, content, recipe, recipe_name)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(person.value())
                .param(Timestamp.from(now))
                .param(fileName)
                .param(content)
                .param(written(recipe))
                .param(recipeName)
                .update();
        return id;
    }

    /** The person's own; held until the end of the transaction, so that two clicks are one after the other. */
    Optional<ImportView> hold(UUID id, PersonId person) {
        return jdbc.sql(
                        """
                select id, file_name, uploaded_at, recipe, recipe_name, outcome from indicator_import
                where id = ? and uploaded_by = ? for update""")
                .params(id, person.value())
                .query((row, n) -> new ImportView(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        read(row.getString("recipe")),
                        row.getString("recipe_name"),
                        row.getString("outcome")))
                .optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from indicator_import where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    void understand(UUID id, Recipe recipe, @Nullable String recipeName) {
        jdbc.sql("update indicator_import set recipe = ?, recipe_name = ? where id = ?")
                .param(written(recipe))
                .param(recipeName)
                .param(id)
                .update();
    }

    /** What was brought in is in the tables now: the file itself goes. */
    void confirmed(UUID id, Instant now, String outcome) {
        jdbc.sql("update indicator_import set confirmed_at = ?, outcome = ?, content = '' where id = ?")
                .param(Timestamp.from(now))
                .param(outcome)
                .param(id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from indicator_import where id = ?").param(id).update();
    }

    /** Files nobody decided about, and the news of those somebody did; not those whose events can be withdrawn. */
    void forget(PersonId person, Instant before) {
        jdbc.sql(
                        """
                delete from indicator_import file where uploaded_by = ? and uploaded_at < ?
                and not exists (select from contact_event where import_id = file.id)""")
                .param(person.value())
                .param(Timestamp.from(before))
                .update();
    }

    /** What a confirmed file did. */
    record Outcome(String fileName, String words) {}

    Optional<Outcome> outcome(CommuneId commune, UUID id) {
        return jdbc.sql(
                        "select file_name, outcome from indicator_import where commune_id = ? and id = ? and outcome is not null")
                .params(commune.value(), id)
                .query((row, n) -> new Outcome(row.getString("file_name"), row.getString("outcome")))
                .optional();
    }

    /** A confirmed file, and how many events are its own. */
    record Confirmed(UUID id, String fileName, Instant at, PersonId by, String outcome, int events) {}

    List<Confirmed> withEvents(CommuneId commune) {
        return jdbc.sql(
                        """
                select id, file_name, confirmed_at, uploaded_by, outcome, events
                from indicator_import join (select import_id, count(*) events from contact_event
                                            where commune_id = ? and import_id is not null group by import_id) told
                on import_id = id order by confirmed_at desc, id""")
                .param(commune.value())
                .query((row, n) -> new Confirmed(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("confirmed_at").toInstant(),
                        new PersonId(row.getObject("uploaded_by", UUID.class)),
                        row.getString("outcome"),
                        row.getInt("events")))
                .list();
    }

    /** A recipe under its name. */
    record Named(UUID id, String name, Recipe recipe) {}

    List<Named> recipes(CommuneId commune) {
        return jdbc.sql("select id, name, content from indicator_recipe where commune_id = ? order by lower(name)")
                .param(commune.value())
                .query((row, n) -> new Named(
                        row.getObject("id", UUID.class), row.getString("name"), read(row.getString("content"))))
                .list();
    }

    void keep(CommuneId commune, String name, Recipe recipe, PersonId person, Instant now) {
        jdbc.sql(
                        """
                insert into indicator_recipe (id, version, commune_id, name, content, saved_by, saved_at)
                values (?, 0, ?, ?, ?, ?, ?)
                on conflict (commune_id, name) do update set content = excluded.content, saved_by = excluded.saved_by,
                    saved_at = excluded.saved_at, version = indicator_recipe.version + 1""")
                .param(UUID.randomUUID())
                .param(commune.value())
                .param(name)
                .param(written(recipe))
                .param(person.value())
                .param(Timestamp.from(now))
                .update();
    }

    int removeRecipe(CommuneId commune, UUID id) {
        return jdbc.sql("delete from indicator_recipe where id = ? and commune_id = ?")
                .params(id, commune.value())
                .update();
    }

    private String written(Recipe recipe) {
        try {
            return json.writeValueAsString(recipe);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a recipe could not be written", impossible);
        }
    }

    private Recipe read(String written) {
        try {
            return json.readValue(written, Recipe.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a kept recipe could not be read", impossible);
        }
    }
}
