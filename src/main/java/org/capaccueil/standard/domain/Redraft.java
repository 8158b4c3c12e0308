package org.capaccueil.standard.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Origin;
import org.jspecify.annotations.Nullable;

/** A standard under another identity. */
final class Redraft {

    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}";

    private Redraft() {}

    static Standard as(Standard standard, String code, String label, String title, @Nullable Origin origin) {
        requireCode("code", code);
        requireCode("label", label);
        if (title.isBlank() || title.length() > 2000) {
            throw new BusinessRefusal("title", "Donnez un intitulé, de 2000 caractères au plus.");
        }
        return new Standard(
                code,
                label,
                standard.kind(),
                title,
                standard.titleEn(),
                standard.source(),
                standard.disclaimer(),
                origin,
                standard.scales(),
                standard.themes(),
                standard.labelRules(),
                standard.indicators(),
                standard.survey());
    }

    private static void requireCode(String field, String value) {
        if (!value.matches(CODE)) {
            throw new BusinessRefusal(
                    field, "Donnez de 1 à 40 lettres, chiffres, points, tirets ou traits bas, sans espace.");
        }
    }
}
