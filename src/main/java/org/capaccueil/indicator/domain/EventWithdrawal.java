package org.capaccueil.indicator.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.indicator.domain.EventReach.Touched;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what a file brought that was wrong. A ticket is known by its team and its day, a call by its day: corrected in
 * that, it is another event, and replacing leaves the wrong one where it is.
 */
@Service
@Transactional
public class EventWithdrawal {

    private final JdbcClient jdbc;
    private final ImportRows files;
    private final ValueRows values;
    private final EventSums sums;
    private final Definitions definitions;
    private final Organisation organisation;
    private final Trail trail;

    EventWithdrawal(
            JdbcClient jdbc,
            ImportRows files,
            ValueRows values,
            EventSums sums,
            Definitions definitions,
            Organisation organisation,
            Trail trail) {
        this.jdbc = jdbc;
        this.files = files;
        this.values = values;
        this.sums = sums;
        this.definitions = definitions;
        this.organisation = organisation;
        this.trail = trail;
    }

    /**
     * A confirmed file some of whose events are there.
     *
     * @param outcome what the file wrote then
     * @param events how many of them are its own still
     */
    public record EventFile(UUID id, String fileName, Instant confirmedAt, String by, String outcome, int events) {}

    /** The commune's files of events, the last confirmed first. */
    @Transactional(readOnly = true)
    public List<EventFile> files(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        List<ImportRows.Confirmed> confirmed = files.withEvents(actor.commune());
        Set<PersonId> people = confirmed.stream().map(ImportRows.Confirmed::by).collect(Collectors.toSet());
        Map<PersonId, PersonView> known = organisation.people(people);
        return confirmed.stream()
                .map(one -> new EventFile(
                        one.id(),
                        one.fileName(),
                        one.at(),
                        Objects.requireNonNull(known.get(one.by())).name(),
                        one.outcome(),
                        one.events()))
                .toList();
    }

    /**
     * Deletes the events of the file that are its own still, and reckons anew what they were counted in.
     *
     * @return how many they were, in words
     */
    public String withdraw(Actor actor, UUID id) {
        actor.require(Role.QUALITY_MANAGER);
        ImportRows.Outcome file = files.outcome(actor.commune(), id).orElseThrow(NotFound::new);
        values.hold(actor.commune());
        List<Touched> touched = jdbc.sql(
                        """
                select team_id, min(at) first, max(at) last from contact_event where import_id = ? group by team_id""")
                .param(id)
                .query((row, n) -> Touched.of(row))
                .list();
        if (touched.isEmpty()) {
            throw new StepNoLongerOpen("Il n'y a plus d'événement de ce fichier : il a déjà été retiré, ou d'autres "
                    + "fichiers ont remplacé tout ce qu'il avait apporté.");
        }
        int events = jdbc.sql("delete from contact_event where import_id = ?")
                .param(id)
                .update();
        EventReach reach = EventReach.of(touched);
        sums.reckon(actor.commune(), definitions.of(actor.commune()), reach.teams(), reach.from(), reach.to());
        String words = events + (events > 1 ? " événements retirés" : " événement retiré");
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general("Import « " + file.fileName() + " »", "Import retiré")
                        .change(file.words(), words));
        return words;
    }
}
