package org.capaccueil.indicator.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.capaccueil.indicator.exchange.Table;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Brings values and events in from the files of other tools, in two steps: a dry run that says every fault or everything
 * that would be written, and the confirmation, all or nothing. Both do the very same up to the writing itself.
 */
@Service
@Transactional
public class Imports {

    /** Long enough to ask a colleague; what nobody confirmed by then is brought again. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int LONGEST_NAME = 120;

    private final ImportRows files;
    private final Definitions definitions;
    private final Organisation organisation;
    private final ValueLoading valueLoading;
    private final EventLoading eventLoading;
    private final KeptEvents kept;
    private final Trail trail;
    private final Clock clock;

    Imports(
            ImportRows files,
            Definitions definitions,
            Organisation organisation,
            ValueLoading valueLoading,
            EventLoading eventLoading,
            KeptEvents kept,
            Trail trail,
            Clock clock) {
        this.files = files;
        this.definitions = definitions;
        this.organisation = organisation;
        this.valueLoading = valueLoading;
        this.eventLoading = eventLoading;
        this.kept = kept;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a file would do.
     *
     * @param titles of its columns
     * @param faults as many as somebody can read, of {@code faultCount}
     */
    public record DryRun(
            ImportView file, List<String> titles, List<TableFault> faults, int faultCount, LoadOutcome outcome) {

        public boolean isSound() {
            return faultCount == 0;
        }
    }

    /** A recipe to choose. */
    public record Choice(UUID id, String name, String kind) {}

    public List<Choice> recipes(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return files.recipes(actor.commune()).stream()
                .map(one -> new Choice(one.id(), one.name(), one.recipe().kind().title()))
                .toList();
    }

    /** Takes a file and understands it as far as it goes; refuses what is no table at all. */
    public UUID upload(Actor actor, String fileName, byte[] content) {
        actor.require(Role.QUALITY_MANAGER);
        Table.requireTable(content);
        Recipe recipe = RecipeGuess.anew(content, definitions.of(actor.commune()));
        files.forget(actor.id(), clock.instant().minus(KEPT));
        ImportRows.Named known = RecipeGuess.known(files.recipes(actor.commune()), content, recipe.form())
                .orElse(null);
        return files.add(
                actor.id(),
                clock.instant(),
                kept(fileName),
                content,
                known == null ? recipe : RecipeGuess.fitted(known.recipe(), content, recipe.form()),
                known == null ? null : known.name());
    }

    /** A name may hold signs no database keeps. */
    private static String kept(String fileName) {
        return fileName.codePoints()
                .filter(sign -> !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A file nobody has decided about yet. */
    public ImportView file(Actor actor, UUID id) {
        return open(actor, id);
    }

    /** Understands the file in another way; what it would do then is said by the next dry run. */
    public void understand(Actor actor, UUID id, Recipe recipe) {
        ImportView file = open(actor, id);
        files.understand(file.id(), recipe, null);
    }

    public void take(Actor actor, UUID id, UUID recipe) {
        ImportView file = open(actor, id);
        ImportRows.Named named = files.recipes(actor.commune()).stream()
                .filter(one -> one.id().equals(recipe))
                .findFirst()
                .orElseThrow(NotFound::new);
        files.understand(
                file.id(),
                RecipeGuess.fitted(
                        named.recipe(), files.content(id), file.recipe().form()),
                named.name());
    }

    /** Keeps how this file is understood, for the next one of its kind; a recipe of the same name is replaced. */
    public void keepRecipe(Actor actor, UUID id, String name) {
        ImportView file = open(actor, id);
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new BusinessRefusal("name", "Donnez un nom à la recette, par exemple « Autocommutateur ».");
        }
        file.recipe().requireUsable();
        files.keep(actor.commune(), given, file.recipe().toKeep(), actor.id(), clock.instant());
        files.understand(file.id(), file.recipe(), given);
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general(given, "Recette d'import enregistrée"));
    }

    public void removeRecipe(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        String name = files.recipes(actor.commune()).stream()
                .filter(one -> one.id().equals(id))
                .map(ImportRows.Named::name)
                .findFirst()
                .orElseThrow(NotFound::new);
        files.removeRecipe(actor.commune(), id);
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.general(name, "Recette d'import supprimée"));
    }

    /**
     * Does everything the confirmation would but write.
     *
     * @param replace whether values that stand would be replaced
     */
    public DryRun dryRun(Actor actor, UUID id, boolean replace) {
        ImportView file = own(actor, id);
        if (!file.isOpen()) {
            return new DryRun(file, List.of(), List.of(), 0, LoadOutcome.NOTHING);
        }
        byte[] content = files.content(id);
        TableFaults faults = new TableFaults();
        List<String> titles = RecipeGuess.titles(content, file.recipe().form());
        try {
            LoadOutcome outcome = load(actor, file, content, replace ? "essai" : null, true, faults);
            return new DryRun(file, titles, faults.kept(), faults.count(), outcome);
        } catch (BusinessRefusal refusal) {
            return new DryRun(file, titles, List.of(TableFault.ofFile(refusal.sentence())), 1, LoadOutcome.NOTHING);
        } finally {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
    }

    /**
     * Writes everything the file holds, or nothing; a second click finds it done.
     *
     * @param reason why values that stand are replaced; null where they are not to be
     */
    public String confirm(Actor actor, UUID id, boolean replace, @Nullable String reason) {
        ImportView file = own(actor, id);
        if (file.outcome() != null) {
            return file.outcome();
        }
        if (replace && (reason == null || reason.isBlank())) {
            throw new BusinessRefusal(
                    "reason", "Dites pourquoi des valeurs sont remplacées : les anciennes restent avec votre raison.");
        }
        String why = replace && reason != null ? reason.strip() : null;
        TableFaults faults = new TableFaults();
        LoadOutcome outcome = load(actor, file, files.content(id), why, false, faults);
        if (!faults.isEmpty()) {
            throw new BusinessRefusal("Depuis l'essai, quelque chose a changé : rien n'est enregistré. "
                    + faults.kept().get(0).place() + " : "
                    + faults.kept().get(0).sentence());
        }
        String words = file.recipe().kind() == Recipe.Kind.VALUES
                ? outcome.inWords("valeur écrite", "valeurs écrites")
                : outcome.inWords("événement écrit", "événements écrits");
        files.confirmed(id, clock.instant(), words);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general("Import « " + file.fileName() + " »", "Fichier importé")
                        .change(null, words)
                        .because(why));
        return words;
    }

    /** Forgets a file nobody confirmed. */
    public void abandon(Actor actor, UUID id) {
        files.remove(open(actor, id).id());
    }

    private LoadOutcome load(
            Actor actor, ImportView file, byte[] content, @Nullable String reason, boolean trial, TableFaults faults) {
        Recipe recipe = file.recipe();
        recipe.requireUsable();
        List<SeriesView> series = definitions.of(actor.commune());
        KnownNames names = new KnownNames(organisation.teamsOf(actor.commune()));
        if (recipe.kind() == Recipe.Kind.EVENTS) {
            return eventLoading.load(
                    new EventLoading.Load(actor.commune(), file.id(), reason != null, trial),
                    series,
                    names.byId(),
                    faults,
                    into -> read(
                            content,
                            recipe,
                            faults,
                            new EventRowReader(recipe, names, kept.oldest(), clock.instant(), into)::take));
        }
        return valueLoading.load(
                new ValueLoading.Load(actor.commune(), Origin.IMPORTED, actor.id(), null, recipe.sum(), reason, trial),
                series,
                names.byId(),
                faults,
                into -> read(
                        content,
                        recipe,
                        faults,
                        new ValueRowReader(recipe, names, series, PublicTime.today(clock), into)::take));
    }

    private static void read(
            byte[] content, Recipe recipe, TableFaults faults, java.util.function.Consumer<MappedFile.Row> rows) {
        MappedFile file = new MappedFile(recipe, faults, rows);
        Table.read(content, recipe.form(), faults, file::take);
        file.requireRows();
    }

    private ImportView open(Actor actor, UUID id) {
        ImportView file = own(actor, id);
        if (!file.isOpen()) {
            throw new org.capaccueil.shared.StepNoLongerOpen("Cet import est confirmé. Ouvrez-en un autre.");
        }
        return file;
    }

    private ImportView own(Actor actor, UUID id) {
        ImportView own = files.hold(id, actor.id()).orElseThrow(NotFound::new);
        actor.require(Role.QUALITY_MANAGER);
        return own;
    }
}
