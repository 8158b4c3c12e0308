package org.capaccueil.label.report;

import java.util.Map;
import java.util.Optional;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.PersonId;
import org.capaccueil.trail.Trail;
import org.jspecify.annotations.Nullable;

/** Everybody a report names, read at once. */
record ReportedPeople(Map<PersonId, PersonView> known) {

    static final Person NOBODY = new Person("Non désigné", "–");

    Optional<PersonView> find(PersonId id) {
        return Optional.ofNullable(known.get(id));
    }

    Person person(@Nullable PersonId id) {
        return Optional.ofNullable(id)
                .flatMap(this::find)
                .map(one -> new Person(one.name(), one.capacity()))
                .orElse(NOBODY);
    }

    /** In which capacity somebody of the journal acts today; empty for the system. */
    String capacity(Trail.Line line) {
        return Optional.ofNullable(line.actorId())
                .map(PersonId::new)
                .flatMap(this::find)
                .map(PersonView::capacity)
                .orElse("");
    }
}
