package org.capaccueil.shared;

import java.util.UUID;

/** Identifies an evaluation campaign; also the business key of its process. */
public record CampaignId(UUID value) {

    public static CampaignId random() {
        return new CampaignId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static CampaignId of(String text) {
        return new CampaignId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
