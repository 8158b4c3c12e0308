package org.capaccueil.standard.domain;

import java.util.Map;
import org.capaccueil.standard.exchange.PartId;

/**
 * A part of a draft as it is.
 *
 * @param values by the keys of the published form
 * @param seal changes when the values do; a form gives it back, and so nobody overwrites what they have not seen
 */
public record PartSheet(PartId id, Map<String, Object> values, String seal) {}
