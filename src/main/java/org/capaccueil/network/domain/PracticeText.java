package org.capaccueil.network.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a good practice says.
 *
 * @param figure what was measured, where something was; its unit then says of what
 * @param theme in the words of the standard it was found with
 * @param criterion the code of the criterion it improves; empty where it improves none in particular
 */
public record PracticeText(
        String title,
        String situation,
        String done,
        String result,
        @Nullable BigDecimal figure,
        String unit,
        Set<Channel> channels,
        String theme,
        String criterion) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_TEXT = 4000;

    public PracticeText {
        title = title.strip();
        situation = situation.strip();
        done = done.strip();
        result = result.strip();
        unit = unit.strip();
        theme = theme.strip();
        criterion = criterion.strip();
        channels = Set.copyOf(channels);
    }

    /** Refuses what cannot be kept, at the field that is at fault; gaps are allowed until it is shared. */
    void requireKeepable() {
        if (title.isBlank()) {
            throw new BusinessRefusal("title", "Donnez un titre : c'est lui qu'on lit dans la liste.");
        }
        requireAtMost("title", title, MAX_TITLE);
        requireAtMost("situation", situation, MAX_TEXT);
        requireAtMost("done", done, MAX_TEXT);
        requireAtMost("result", result, MAX_TEXT);
        requireAtMost("unit", unit, MAX_TITLE);
        requireAtMost("theme", theme, MAX_TITLE);
        requireAtMost("criterion", criterion, MAX_TITLE);
        if (figure != null && unit.isBlank()) {
            throw new BusinessRefusal("unit", "Dites de quoi est ce chiffre : %, minutes, appels par jour.");
        }
    }

    private static void requireAtMost(String field, String text, int most) {
        if (text.length() > most) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte compte " + text.length() + " caractères, pour " + most + " au plus : raccourcissez.");
        }
    }

    /** Refuses what another commune could not make use of. */
    void requireComplete() {
        requireSaid("situation", situation, "Dites quelle était la situation : d'autres y reconnaîtront la leur.");
        requireSaid("done", done, "Dites ce qui a été fait, assez précisément pour le refaire.");
        requireSaid("result", result, "Dites ce que cela a donné, avec un chiffre si vous en avez un.");
        if (channels.isEmpty()) {
            throw new BusinessRefusal("channels", "Cochez au moins un canal : c'est par lui qu'on la retrouve.");
        }
    }

    private static void requireSaid(String field, String text, String sentence) {
        if (text.isBlank()) {
            throw new BusinessRefusal(field, sentence);
        }
    }

    /** Everything somebody typed, for what must not be in it. */
    Stream<String> written() {
        return Stream.of(title, situation, done, result);
    }

    String channelNames() {
        return channels.stream().sorted().map(Channel::name).collect(Collectors.joining(","));
    }

    static Set<Channel> channels(String names) {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Channel::valueOf)
                .forEach(channels::add);
        return channels;
    }

    String inWords() {
        return title + "\n" + situation + "\n" + done + "\n" + result
                + (figure == null ? "" : "\n" + figure.toPlainString() + " " + unit);
    }
}
