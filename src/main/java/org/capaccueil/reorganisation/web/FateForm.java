package org.capaccueil.reorganisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capaccueil.reorganisation.domain.Fate;
import org.capaccueil.reorganisation.domain.Occasion;
import org.capaccueil.shared.EvaluationId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What is decided about the evaluations of a team that is no more; the fields on the new team only for a merge.
 *
 * @param stop the evaluations to stop
 * @param answersNext a stopped evaluation and the one that answers for the organisation in its place, with a colon between
 * @param now the evaluations that take a new point in
 * @param seen what the page said is touched
 */
record FateForm(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
        String reason,
        List<String> stop,
        List<String> answersNext,
        List<String> now,
        String seen,
        @Nullable Boolean keepLeads,
        String code,
        String name) {

    FateForm {
        reason = reason == null ? "" : reason.strip();
        stop = stop == null ? List.of() : List.copyOf(stop);
        answersNext = answersNext == null ? List.of() : List.copyOf(answersNext);
        now = now == null ? List.of() : List.copyOf(now);
        seen = seen == null ? "" : seen;
        keepLeads = Boolean.TRUE.equals(keepLeads);
        code = code == null ? "" : code.strip();
        name = name == null ? "" : name.strip();
    }

    static FateForm on(LocalDate today, String seen, boolean keepLeads) {
        return new FateForm(today, "", List.of(), List.of(), List.of(), seen, keepLeads, "", "");
    }

    Occasion occasion() {
        return new Occasion(on, reason, seen);
    }

    Fate fate() {
        Map<EvaluationId, EvaluationId> next = answersNext.stream()
                .map(pair -> pair.split(":"))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> EvaluationId.of(pair[0]), pair -> EvaluationId.of(pair[1]), (first, second) -> second));
        return new Fate(occasion(), stop.stream().map(EvaluationId::of).collect(Collectors.toUnmodifiableSet()), next);
    }
}
