package org.capaccueil.standard;

import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * What one rating of a criterion is about: a channel of the team, the team or the organisation as a whole, or a phase
 * of a fine-tuned panel. The code is what is stored and what addresses carry; the title is what pages and reports show;
 * the phrase follows a criterion in a sentence.
 */
public enum Place {
    COUNTER(Channel.COUNTER, "au guichet"),
    PHONE(Channel.PHONE, "au téléphone"),
    DIGITAL(Channel.DIGITAL, "en ligne"),
    MAIL(Channel.MAIL, "par courrier"),
    OUTREACH(Channel.OUTREACH, "hors les murs"),
    TEAM("equipe", "Équipe", "pour l'équipe"),
    ORGANISATION("organisation", "Organisation", "pour l'organisation"),
    PLAN("plan", "Planifier", "à l'étape Planifier"),
    DO("do", "Déployer", "à l'étape Déployer"),
    CHECK("check", "Vérifier", "à l'étape Vérifier"),
    ACT("act", "Ajuster", "à l'étape Ajuster"),
    TREND("trend", "Tendance", "en tendance"),
    TARGET("target", "Cible", "par rapport à la cible");

    private final String code;
    private final String title;
    private final String phrase;
    private final @Nullable Channel channel;

    Place(Channel channel, String phrase) {
        this.code = channel.code();
        this.title = channel.title();
        this.phrase = phrase;
        this.channel = channel;
    }

    Place(String code, String title, String phrase) {
        this.code = code;
        this.title = title;
        this.phrase = phrase;
        this.channel = null;
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

    /** « au guichet », « pour l'organisation ». */
    public String phrase() {
        return phrase;
    }

    /** The channel this place is, null for a place that is none. */
    public @Nullable Channel channel() {
        return channel;
    }

    /** A phase of a panel, which only a scale can ask for. */
    public boolean isFacet() {
        return compareTo(PLAN) >= 0;
    }
}
