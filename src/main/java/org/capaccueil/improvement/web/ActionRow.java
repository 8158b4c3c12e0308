package org.capaccueil.improvement.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanCheck;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.jspecify.annotations.Nullable;

/**
 * One action of the proposal page: what is saved, what is typed, and what is to be said about it.
 *
 * @param errors sentences by field
 * @param differences what somebody else saved meanwhile, beside what was typed here
 */
record ActionRow(
        ActionView view,
        ActionForm form,
        @Nullable Finding finding,
        String criterionTitle,
        PlanCheck check,
        Map<String, String> errors,
        List<Difference> differences) {

    static ActionRow saved(PlanView plan, ActionView view) {
        return row(plan, view, ActionForm.of(view), Map.of(), List.of());
    }

    static ActionRow refused(PlanView plan, ActionView view, ActionForm typed, BusinessRefusal refusal) {
        String field = refusal.field() == null ? "title" : refusal.field();
        // the business counts answers from 0, the page numbers them from 1
        String shown = field.startsWith("whys[") ? "why" + (Character.digit(field.charAt(5), 10) + 1) : field;
        return row(plan, view, typed, Map.of(shown, refusal.sentence()), List.of());
    }

    static ActionRow overtaken(PlanView plan, ActionView view, ActionForm typed, ChangedMeanwhile refusal) {
        return row(plan, view, typed.on(view.version()), Map.of(), refusal.differences());
    }

    private static ActionRow row(
            PlanView plan, ActionView view, ActionForm form, Map<String, String> errors, List<Difference> differences) {
        String code = view.action().criterion();
        return new ActionRow(
                view,
                form,
                plan.finding(view.action().finding()),
                plan.criteria().getOrDefault(code, code),
                plan.check(),
                errors,
                differences);
    }

    public UUID id() {
        return view.action().id();
    }

    public String fieldId(String field) {
        return field + "-" + id();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public List<PlanCheck.Gap> warnings() {
        return check.warningsOf(id());
    }

    public boolean isComplete() {
        return check.gapsOf(id()).isEmpty();
    }

    public List<String> whys() {
        return List.of(form.why1(), form.why2(), form.why3(), form.why4(), form.why5());
    }

    public boolean hasWhys() {
        return whys().stream().anyMatch(why -> !why.isBlank())
                || errors.keySet().stream().anyMatch(f -> f.startsWith("why"));
    }
}
