package org.capaccueil.indicator.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.capaccueil.indicator.exchange.Cell;
import org.capaccueil.indicator.exchange.DateOrder;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Values and events that programs send: read by the same rules as a file, whose lines are the elements of a list, and kept
 * all or nothing and once.
 */
@Service
@Transactional
public class ProgramDelivery {

    /** Ten thousand events come to a sixth of this. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final TableForm FORM = new TableForm(false, "UTF-8", ';', '.', DateOrder.YEAR_FIRST, 1);

    private static final Map<String, String> VALUE_FIELDS = fields(
            "indicator",
            "INDICATOR",
            "team",
            "TEAM",
            "channel",
            "CHANNEL",
            "period",
            "PERIOD",
            "part",
            "PART",
            "base",
            "BASE",
            "source",
            "SOURCE",
            "note",
            "NOTE");
    private static final Map<String, String> EVENT_FIELDS =
            fields("id", "ID", "contact", "CONTACT", "kind", "EVENT", "at", "AT", "team", "TEAM", "channel", "CHANNEL");

    private final Definitions definitions;
    private final Organisation organisation;
    private final ValueLoading valueLoading;
    private final EventLoading eventLoading;
    private final KeptEvents kept;
    private final OnceOnly once;
    private final Trail trail;
    private final ObjectReader json;
    private final Clock clock;

    ProgramDelivery(
            Definitions definitions,
            Organisation organisation,
            ValueLoading valueLoading,
            EventLoading eventLoading,
            KeptEvents kept,
            OnceOnly once,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.valueLoading = valueLoading;
        this.eventLoading = eventLoading;
        this.kept = kept;
        this.once = once;
        this.trail = trail;
        this.json = json.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.clock = clock;
    }

    /** Only quality managers of the commune, and programs with that role, deliver. */
    public static void requireMay(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
    }

    /**
     * Keeps a list of values.
     *
     * @return the answer, as JSON; the one given before where the same was sent before
     * @throws RefusedBatch when anything is wrong with any of them
     */
    public String values(Actor actor, @Nullable String key, byte[] body) {
        requireMay(actor);
        return once.answer(actor.commune(), key, "values", body, () -> {
            JsonNode sent = read(body);
            String reason = reason(sent);
            boolean known = organisation.people(Set.of(actor.id())).containsKey(actor.id());
            List<SeriesView> series = definitions.of(actor.commune());
            KnownNames names = new KnownNames(organisation.teamsOf(actor.commune()));
            Recipe recipe = new Recipe(Recipe.Kind.VALUES, FORM, VALUE_FIELDS, null, null, null, false);
            TableFaults faults = new TableFaults();
            LoadOutcome outcome = valueLoading.load(
                    new ValueLoading.Load(
                            actor.commune(),
                            Origin.PROGRAM,
                            known ? actor.id() : null,
                            known ? null : actor.name(),
                            false,
                            reason,
                            false),
                    series,
                    names.byId(),
                    faults,
                    into -> feed(
                            sent.path("values"),
                            recipe,
                            faults,
                            new ValueRowReader(recipe, names, series, PublicTime.today(clock), into)::take));
            return done(actor, faults, outcome, outcome.inWords("valeur écrite", "valeurs écrites"), reason);
        });
    }

    /** The same for single events. */
    public String events(Actor actor, @Nullable String key, byte[] body) {
        requireMay(actor);
        return once.answer(actor.commune(), key, "events", body, () -> {
            JsonNode sent = read(body);
            String reason = reason(sent);
            KnownNames names = new KnownNames(organisation.teamsOf(actor.commune()));
            Recipe recipe = new Recipe(Recipe.Kind.EVENTS, FORM, EVENT_FIELDS, null, null, null, false);
            TableFaults faults = new TableFaults();
            LoadOutcome outcome = eventLoading.load(
                    new EventLoading.Load(actor.commune(), null, reason != null, false),
                    definitions.of(actor.commune()),
                    names.byId(),
                    faults,
                    into -> feed(
                            sent.path("events"),
                            recipe,
                            faults,
                            new EventRowReader(recipe, names, kept.oldest(), clock.instant(), into)::take));
            return done(actor, faults, outcome, outcome.inWords("événement écrit", "événements écrits"), reason);
        });
    }

    private String done(Actor actor, TableFaults faults, LoadOutcome outcome, String words, @Nullable String reason) {
        if (!faults.isEmpty()) {
            throw new RefusedBatch(faults);
        }
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general("Indicateurs", "Envoi d'un programme")
                        .change(null, words)
                        .because(reason));
        return "{\"written\":" + outcome.written() + ",\"revised\":" + outcome.revised() + ",\"known\":"
                + outcome.known() + ",\"repeated\":" + outcome.repeated() + "}";
    }

    private JsonNode read(byte[] body) {
        try {
            JsonNode sent = json.readTree(body);
            if (sent.isObject()) {
                return sent;
            }
        } catch (JsonProcessingException broken) {
            throw new BusinessRefusal(
                    "Le corps n'est pas du JSON : ligne " + broken.getLocation().getLineNr() + ", colonne "
                            + broken.getLocation().getColumnNr() + ".");
        } catch (NumberFormatException beyondAll) {
            throw new BusinessRefusal("Le corps contient un nombre dont l'exposant n'a pas de sens.");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory could not be read", impossible);
        }
        throw new BusinessRefusal("Le corps n'est pas un objet JSON. Envoyez par exemple {\"values\": […]}.");
    }

    private static @Nullable String reason(JsonNode sent) {
        if (!sent.path("replace").asBoolean(false)) {
            return null;
        }
        String reason = withoutNul(sent.path("reason").asText("")).strip();
        if (reason.isEmpty()) {
            throw new BusinessRefusal(
                    "reason", "Avec « replace », donnez dans « reason » pourquoi des valeurs changent.");
        }
        return reason;
    }

    private static void feed(JsonNode list, Recipe recipe, TableFaults faults, Consumer<MappedFile.Row> rows) {
        if (!list.isArray() || list.isEmpty()) {
            faults.add(TableFault.ofFile("La liste manque ou elle est vide."));
            return;
        }
        MappedFile file = new MappedFile(recipe, faults, rows);
        List<String> names = List.copyOf(recipe.columns().keySet());
        file.title(names);
        int number = 0;
        for (JsonNode element : list) {
            number++;
            List<Cell> cells = cells(element, names, number, faults);
            if (cells != null) {
                file.take(number, cells);
            }
        }
    }

    private static @Nullable List<Cell> cells(JsonNode element, List<String> names, int number, TableFaults faults) {
        if (!element.isObject()) {
            faults.add(TableFault.ofLine(number, "un objet JSON est attendu."));
            return null;
        }
        for (var fields = element.fieldNames(); fields.hasNext(); ) {
            String name = fields.next();
            if (!names.contains(name)) {
                faults.add(TableFault.ofLine(
                        number,
                        "le champ « " + name + " » est inconnu. Les champs sont " + String.join(", ", names) + "."));
                return null;
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (String name : names) {
            JsonNode value = element.path(name);
            if (value.isContainerNode()) {
                faults.add(new TableFault(number, null, name, "un texte ou un nombre est attendu."));
                return null;
            }
            cells.add(
                    value.isNumber()
                            ? Cell.number(value.decimalValue())
                            : Cell.text(value.isNull() ? "" : withoutNul(value.asText(""))));
        }
        return cells;
    }

    /** No database keeps the sign with the number 0. */
    private static String withoutNul(String text) {
        return text.replace("\0", "");
    }

    private static Map<String, String> fields(String... namesAndTargets) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTargets.length; i += 2) {
            fields.put(namesAndTargets[i], namesAndTargets[i + 1]);
        }
        return fields;
    }
}
