package org.capaccueil.standard.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.exchange.FieldNames;
import org.capaccueil.trail.Trail.Event;

/** What became of a part's values, as conflicts and the journal say it. */
final class PartChanges {

    private PartChanges() {}

    static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .map(key -> new Difference(
                        FieldNames.title(key),
                        FieldNames.text(key, before.get(key)),
                        FieldNames.text(key, after.get(key))))
                .filter(change -> !change.saved().equals(change.yours()))
                .toList();
    }

    static Event told(StandardVersion version, String what, List<Difference> changes) {
        StandardVersionView view = version.view();
        Event event = Event.on(view.id(), view.fullTitle(), what);
        return changes.isEmpty()
                ? event
                : event.change(side(changes, Difference::saved), side(changes, Difference::yours));
    }

    /** One side of some changes, a line each. */
    static String side(List<Difference> changes, Function<Difference, String> text) {
        return changes.stream()
                .map(change -> change.label() + " : " + text.apply(change))
                .collect(Collectors.joining("\n"));
    }
}
