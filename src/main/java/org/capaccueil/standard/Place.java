package org.capaccueil.standard;

import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;

/**
 * Where a criterion is rated: on a channel of the team, or once for the whole organisation. The code is what is stored
 * and what addresses carry; the title is what pages and reports show.
 */
public enum Place {
    COUNTER(Channel.COUNTER.code(), Channel.COUNTER.title()),
    PHONE(Channel.PHONE.code(), Channel.PHONE.title()),
    DIGITAL(Channel.DIGITAL.code(), Channel.DIGITAL.title()),
    MAIL(Channel.MAIL.code(), Channel.MAIL.title()),
    OUTREACH(Channel.OUTREACH.code(), Channel.OUTREACH.title()),
    ORGANISATION("organisation", "Organisation");

    private final String code;
    private final String title;

    Place(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public static Place of(Channel channel) {
        return valueOf(channel.name());
    }

    public static Place of(String code) {
        for (Place place : values()) {
            if (place.code.equals(code)) {
                return place;
            }
        }
        throw new NotFound();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
