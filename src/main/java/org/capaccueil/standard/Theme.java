package org.capaccueil.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of criteria, called commitment in a standard of commitments.
 *
 * @param group the heading several themes stand under, « proche », if there is one
 * @param scale the code of the scale its criteria are rated on
 * @param weight share of the theme in the total, relative to the other themes' weights
 */
public record Theme(
        String code,
        String titleFr,
        @Nullable String titleEn,
        @Nullable String group,
        String scale,
        int weight,
        List<Criterion> criteria) {

    Theme judgedAs(Standard other) {
        return new Theme(
                code,
                titleFr,
                titleEn,
                group,
                scale,
                other.theme(code).map(Theme::weight).orElse(weight),
                criteria.stream()
                        .map(criterion -> other.criterion(criterion.code())
                                .map(criterion::judgedAs)
                                .orElse(criterion))
                        .toList());
    }
}
