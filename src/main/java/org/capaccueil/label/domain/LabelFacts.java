package org.capaccueil.label.domain;

import java.util.List;

/**
 * What the label test judges of a team.
 *
 * @param audit the scores by the auditor's ratings
 * @param nonconformities of this audit, and of the organisation's
 * @param carriedOver nonconformities earlier audits left open
 * @param points where the team receives
 */
record LabelFacts(
        ScoreSheet audit,
        List<Nonconformity> nonconformities,
        List<CarriedOver> carriedOver,
        IndicatorCoverage indicators,
        boolean planSigned,
        Points points) {}
