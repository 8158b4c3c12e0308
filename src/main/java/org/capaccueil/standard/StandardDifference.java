package org.capaccueil.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capaccueil.standard.Change.Kind;
import org.capaccueil.standard.Change.Part;

/**
 * What differs between two standards, in the standard's order. Parts are the same when they have the same code. It is
 * empty if, and only if, both say the same; code, version and origin are their identity and do not count.
 */
public record StandardDifference(List<Change> changes) {

    public StandardDifference {
        changes = List.copyOf(changes);
    }

    /** Changes of one kind, for a page. */
    public record Group(Kind kind, List<Change> changes) {}

    public static StandardDifference between(Standard before, Standard after) {
        List<Change> changes = new ArrayList<>();
        ofItself(before, after, changes);
        ScaleDifference.note(before.scales(), after.scales(), changes);
        ThemeDifference.note(before, after, changes);
        RulesDifference.note(before.labelRules(), after.labelRules(), changes);
        IndicatorDifference.note(before.indicators(), after.indicators(), changes);
        SurveyDifference.note(before.survey(), after.survey(), changes);
        return new StandardDifference(changes);
    }

    private static void ofItself(Standard before, Standard after, List<Change> changes) {
        Subject standard = new Subject(Part.STANDARD, "", after.titleFr(), "Le référentiel", "du référentiel", changes);
        standard.text("intitulé", before.titleFr(), after.titleFr());
        standard.text("intitulé anglais", before.titleEn(), after.titleEn());
        standard.text("source", before.source(), after.source());
        standard.text("avertissement", before.disclaimer(), after.disclaimer());
        if (before.kind() != after.kind()) {
            standard.changed("Le référentiel prend la forme « " + after.kind().title() + " » au lieu de « "
                    + before.kind().title() + " ».");
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public int size() {
        return changes.size();
    }

    /** By kind, in the order pages show them; kinds without a change are left out. */
    public List<Group> groups() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Group(
                        kind,
                        changes.stream().filter(change -> change.kind() == kind).toList()))
                .filter(group -> !group.changes().isEmpty())
                .toList();
    }
}
