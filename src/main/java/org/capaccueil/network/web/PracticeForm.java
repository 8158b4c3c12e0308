package org.capaccueil.network.web;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.network.domain.PracticeText;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/** A good practice as it is typed; a figure as French people write one. */
record PracticeForm(
        @Nullable String title,
        @Nullable String situation,
        @Nullable String done,
        @Nullable String result,
        @Nullable String figure,
        @Nullable String unit,
        @Nullable Set<Channel> channels,
        @Nullable String theme,
        @Nullable String criterion) {

    static PracticeForm empty() {
        return new PracticeForm("", "", "", "", "", "", Set.of(), "", "");
    }

    static PracticeForm of(PracticeText text) {
        BigDecimal figure = text.figure();
        return new PracticeForm(
                text.title(),
                text.situation(),
                text.done(),
                text.result(),
                figure == null ? "" : figure.toPlainString().replace('.', ','),
                text.unit(),
                text.channels(),
                text.theme(),
                text.criterion());
    }

    PracticeText text() {
        return new PracticeText(
                orEmpty(title),
                orEmpty(situation),
                orEmpty(done),
                orEmpty(result),
                number(orEmpty(figure).strip()),
                orEmpty(unit),
                // a choice that cannot be read arrives as null; the binding has noted the fault
                channels == null
                        ? Set.of()
                        : channels.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()),
                orEmpty(theme),
                orEmpty(criterion));
    }

    private static @Nullable BigDecimal number(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
            throw new BusinessRefusal("figure", "Donnez un nombre, par exemple 12,5, et son unité à côté.");
        }
        return new BigDecimal(plain);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
