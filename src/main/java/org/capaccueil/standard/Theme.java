package org.capaccueil.standard;

import java.util.List;

/**
 * A group of criteria.
 *
 * @param weight share of the theme in the total, relative to the other themes' weights
 */
public record Theme(String code, String titleFr, String titleEn, int weight, List<Criterion> criteria) {}
