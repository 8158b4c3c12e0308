package org.capaccueil.organisation.web;

import java.time.LocalDate;
import org.capaccueil.organisation.SubstitutionPlan;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record AbsenceForm(
        @Nullable PersonId substitute,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate firstDay,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
        @Nullable String reason) {

    static AbsenceForm empty() {
        return new AbsenceForm(null, null, null, null);
    }

    static AbsenceForm of(SubstitutionView view) {
        return new AbsenceForm(view.substitute(), view.firstDay(), view.lastDay(), view.reason());
    }

    SubstitutionPlan plan() {
        return new SubstitutionPlan(substitute, firstDay, lastDay, reason);
    }
}
