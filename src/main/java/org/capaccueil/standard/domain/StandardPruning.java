package org.capaccueil.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.StandardDraft;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes parts out of drafts, once somebody has seen everything that goes with them. */
@Service
@Transactional
public class StandardPruning {

    private final StandardVersions versions;
    private final Trail trail;

    StandardPruning(StandardVersions versions, Trail trail) {
        this.versions = versions;
        this.trail = trail;
    }

    /** A part with what it says: each value as the side that was saved. */
    public record Lost(PartId part, List<Difference> values) {}

    /**
     * What would go.
     *
     * @param lost the part itself, then what stands under it
     * @param seal changes when any of it does
     */
    public record Sheet(PartId part, List<Lost> lost, String seal) {

        String inWords() {
            return lost.stream()
                    .map(one -> one.part().title() + "\n" + PartChanges.side(one.values(), Difference::saved))
                    .collect(Collectors.joining("\n\n"));
        }
    }

    @Transactional(readOnly = true)
    public Sheet sheet(Actor actor, StandardVersionId id, PartId part) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = versions.findById(id.value())
                .filter(found -> found.isOf(actor.commune()) || found.isShipped())
                .orElseThrow(NotFound::new);
        version.requireDraft();
        return sheet(StandardLibrary.read(version), part);
    }

    private static Sheet sheet(Standard standard, PartId part) {
        StandardDraft draft = StandardDraft.of(standard);
        List<PartId> all = Stream.concat(Stream.of(part), under(standard, part)).toList();
        return new Sheet(
                part,
                all.stream()
                        .map(one -> new Lost(one, PartChanges.between(values(draft, one), Map.of())))
                        .toList(),
                Seal.of(all.stream().map(one -> one + "=" + values(draft, one)).toList()));
    }

    private static Map<String, Object> values(StandardDraft draft, PartId part) {
        return draft.values(part).orElseThrow(NotFound::new);
    }

    private static Stream<PartId> under(Standard standard, PartId part) {
        return switch (part.part()) {
            case THEME ->
                standard.theme(part.code()).stream()
                        .flatMap(theme -> theme.criteria().stream())
                        .map(criterion -> new PartId(Part.CRITERION, criterion.code()));
            case SURVEY ->
                Stream.ofNullable(standard.survey())
                        .flatMap(survey -> survey.questions().stream())
                        .map(question -> new PartId(Part.QUESTION, question.code()));
            default -> Stream.empty();
        };
    }

    /**
     * Takes a part out, with what stands under it. All it said stays in the journal.
     *
     * @param seal of what somebody saw would go
     * @throws ChangedMeanwhile when any of it was changed since
     */
    public void remove(Actor actor, StandardVersionId id, PartId part, String seal) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = versions.holdAtHome(actor, id);
        version.requireDraft();
        Standard standard = StandardLibrary.read(version);
        if (part.part() == Part.SCALE) {
            requireUnused(standard, part.code());
        }
        Sheet sheet = sheet(standard, part);
        if (!sheet.seal().equals(seal)) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a changé ce que vous alliez retirer. Relisez ce qui serait perdu maintenant, puis décidez.",
                    List.of());
        }
        version.write(StandardDraft.of(standard).without(part));
        StandardVersionView view = version.view();
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(view.id(), view.fullTitle(), "Retiré du brouillon : " + part.title())
                        .change(sheet.inWords(), null));
    }

    private static void requireUnused(Standard standard, String scale) {
        String users = standard.themes().stream()
                .filter(theme -> theme.scale().equals(scale))
                .map(Theme::titleFr)
                .map(title -> "« " + title + " »")
                .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            throw new BusinessRefusal("L'échelle « " + scale + " » sert encore à coter " + users
                    + ". Donnez-leur d'abord une autre échelle.");
        }
    }
}
