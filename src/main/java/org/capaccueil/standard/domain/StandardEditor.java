package org.capaccueil.standard.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey.SurveyQuestion;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.exchange.FieldNames;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.Revision;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.capaccueil.standard.exchange.StandardDraft;
import org.capaccueil.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts are written part by part, so that several quality managers can work on one at once: only who changes the same
 * part meets the other's version. What a part says follows the rules of files; what is still missing elsewhere does not
 * keep a part from being saved, only the draft from being published.
 */
@Service
@Transactional
public class StandardEditor {

    private final StandardVersions versions;
    private final Trail trail;

    StandardEditor(StandardVersions versions, Trail trail) {
        this.versions = versions;
        this.trail = trail;
    }

    /** The draft as it is; a version that is no draft is not edited. */
    @Transactional(readOnly = true)
    public Standard draft(Actor actor, StandardVersionId id) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = versions.findById(id.value())
                .filter(found -> found.isOf(actor.commune()) || found.isShipped())
                .orElseThrow(NotFound::new);
        version.requireDraft();
        return StandardLibrary.read(version);
    }

    /** A part to be filled in; empty values when a draft has no survey yet. */
    @Transactional(readOnly = true)
    public PartSheet part(Actor actor, StandardVersionId id, PartId part) {
        return sheet(StandardDraft.of(draft(actor, id)), part).orElseThrow(NotFound::new);
    }

    /** What a part says now, as far as it is still there. */
    @Transactional(readOnly = true)
    public PartSheet now(Actor actor, StandardVersionId id, PartId part) {
        return sheet(StandardDraft.of(draft(actor, id)), part).orElseGet(() -> new PartSheet(part, Map.of(), ""));
    }

    private static Optional<PartSheet> sheet(StandardDraft draft, PartId part) {
        Optional<Map<String, Object>> values = draft.values(part);
        if (values.isEmpty() && part.part() == Part.SURVEY) {
            values = Optional.of(Map.of());
        }
        return values.map(known -> new PartSheet(part, known, Seal.of(known)));
    }

    /**
     * Saves what a part says from now on.
     *
     * @param seal of the part as it was read before it was changed
     * @return what is wrong with the values; with any, nothing is saved
     * @throws ChangedMeanwhile when somebody saved the part since, with both versions
     */
    public List<PartFault> write(
            Actor actor, StandardVersionId id, PartId part, Map<String, Object> values, String seal) {
        StandardVersion version = held(actor, id);
        StandardDraft draft = StandardDraft.of(StandardLibrary.read(version));
        PartSheet known = sheet(draft, part).orElseThrow(() -> gone(part, values));
        List<Difference> changes = PartChanges.between(known.values(), values);
        if (changes.isEmpty()) {
            return List.of();
        }
        if (!known.seal().equals(seal)) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a enregistré cette partie du référentiel avant vous. Rien de votre saisie n'est "
                            + "perdu : comparez, puis enregistrez ce qui convient.",
                    changes);
        }
        Revision revision = draft.with(part, values);
        if (revision.isSound()) {
            version.write(revision.standard());
            trail.record(
                    actor.as(Role.QUALITY_MANAGER),
                    PartChanges.told(version, "Brouillon modifié : " + part.title(), changes));
        }
        return revision.faults();
    }

    /**
     * What somebody makes of one weight.
     *
     * @param was as it was read, in whole numbers
     * @param now the number typed, or what was typed when it is none
     */
    public record Weighing(String was, Object now) {}

    /**
     * Saves the weights of several themes, or of several criteria, all or none.
     *
     * @param over the seal of the weights somebody has seen and wants to replace; empty when they know of no other
     * @return what is wrong, each with the code of its theme or criterion; with any, nothing is saved
     * @throws ChangedMeanwhile when a weight is no longer what it was read as
     */
    public List<PartFault> weigh(
            Actor actor, StandardVersionId id, Part part, Map<String, Weighing> weights, String over) {
        StandardVersion version = held(actor, id);
        Standard standard = StandardLibrary.read(version);
        List<Difference> changes = new ArrayList<>();
        boolean overtaken = false;
        List<PartFault> faults = new ArrayList<>();
        for (Map.Entry<String, Weighing> one : weights.entrySet()) {
            StandardDraft draft = StandardDraft.of(standard);
            PartId weighed = new PartId(part, one.getKey());
            Map<String, Object> values =
                    new LinkedHashMap<>(draft.values(weighed).orElseThrow(() -> gone(weighed, Map.of())));
            String is = FieldNames.text("weight", values.get("weight"));
            String wanted = FieldNames.text("weight", one.getValue().now());
            if (wanted.equals(one.getValue().was()) || wanted.equals(is)) {
                continue;
            }
            overtaken |= !is.equals(one.getValue().was());
            changes.add(new Difference("Pondération de " + weighed.code(), is, wanted));
            values.put("weight", one.getValue().now());
            Revision revision = draft.with(weighed, values);
            revision.faults().forEach(fault -> faults.add(new PartFault(weighed.code(), fault.sentence())));
            standard = revision.standard();
        }
        if (overtaken && !over.equals(weightSeal(actor, id, part, weights.keySet()))) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a changé ces pondérations avant vous : comparez, puis choisissez.", changes);
        }
        if (faults.isEmpty() && !changes.isEmpty()) {
            version.write(standard);
            trail.record(
                    actor.as(Role.QUALITY_MANAGER),
                    PartChanges.told(version, "Brouillon modifié : pondérations", changes));
        }
        return faults;
    }

    /** The seal of what some parts weigh now. */
    @Transactional(readOnly = true)
    public String weightSeal(Actor actor, StandardVersionId id, Part part, Collection<String> codes) {
        StandardDraft draft = StandardDraft.of(draft(actor, id));
        return Seal.of(codes.stream()
                .map(code -> code + "=" + draft.values(new PartId(part, code)).map(values -> values.get("weight")))
                .toList());
    }

    /**
     * Adds a part behind the others of its kind.
     *
     * @param under the code of the theme a criterion is added to; empty otherwise
     * @return what is wrong with the values; with any, nothing is added
     */
    public List<PartFault> add(Actor actor, StandardVersionId id, Part part, String under, Map<String, Object> values) {
        StandardVersion version = held(actor, id);
        Revision revision = StandardDraft.of(StandardLibrary.read(version)).adding(part, under, values);
        if (revision.isSound()) {
            version.write(revision.standard());
            String code = String.valueOf(values.get("code"));
            trail.record(
                    actor.as(Role.QUALITY_MANAGER),
                    PartChanges.told(
                            version,
                            "Ajouté au brouillon : " + new PartId(part, code).title(),
                            PartChanges.between(Map.of(), values)));
        }
        return revision.faults();
    }

    /**
     * Moves a part one or more places towards the end (positive) or the beginning (negative).
     *
     * @return its place among those of its kind now; the first one is 1
     */
    public int move(Actor actor, StandardVersionId id, PartId part, int by) {
        StandardVersion version = held(actor, id);
        Standard before = StandardLibrary.read(version);
        Standard after = StandardDraft.of(before).moved(part, by);
        int place = place(after, part);
        if (place != place(before, part)) {
            version.write(after);
            trail.record(
                    actor.as(Role.QUALITY_MANAGER),
                    PartChanges.told(version, "Déplacé dans le brouillon : " + part.title(), List.of()));
        }
        return place;
    }

    private static int place(Standard standard, PartId part) {
        List<String> codes =
                switch (part.part()) {
                    case THEME -> standard.themes().stream().map(Theme::code).toList();
                    case CRITERION ->
                        standard.themeOf(part.code()).criteria().stream()
                                .map(Criterion::code)
                                .toList();
                    case SCALE -> standard.scales().stream().map(Scale::code).toList();
                    case INDICATOR ->
                        standard.indicators().stream().map(Indicator::code).toList();
                    case QUESTION ->
                        Stream.ofNullable(standard.survey())
                                .flatMap(survey -> survey.questions().stream())
                                .map(SurveyQuestion::code)
                                .toList();
                    case STANDARD, RULES, SURVEY -> throw new IllegalArgumentException(part + " stands alone");
                };
        return codes.indexOf(part.code()) + 1;
    }

    private StandardVersion held(Actor actor, StandardVersionId id) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = versions.holdAtHome(actor, id);
        version.requireDraft();
        return version;
    }

    private static ChangedMeanwhile gone(PartId part, Map<String, Object> values) {
        return new ChangedMeanwhile(
                "Quelqu'un d'autre a retiré cette partie (" + part.title()
                        + ") ou changé son code. Votre saisie est ci-dessous : copiez ce que vous voulez garder.",
                PartChanges.between(Map.of(), values));
    }
}
