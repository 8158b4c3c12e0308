package org.capaccueil.audit.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;

/** A report cannot leave yet; carries everything that is missing, not just the first. */
public final class AuditIncomplete extends BusinessRefusal {

    private final List<Missing> missing;

    AuditIncomplete(List<Missing> missing) {
        super(missing.stream()
                .map(Missing::sentence)
                .collect(Collectors.joining(" · ", "Le rapport ne peut pas encore partir. Il manque : ", ".")));
        this.missing = List.copyOf(missing);
    }

    public List<Missing> missing() {
        return missing;
    }
}
