package org.capaccueil.campaign.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said and signed about a campaign's results.
 *
 * @param note the quality manager's word to leadership
 * @param name null until signed, like capacity and time
 */
public record CampaignSignature(
        @Nullable String note, @Nullable String name, @Nullable String capacity, @Nullable Instant at) {}
