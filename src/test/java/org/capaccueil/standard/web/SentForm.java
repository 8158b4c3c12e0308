package org.capaccueil.standard.web;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a browser sends of a part's page nobody touched: every field, boxes only when ticked. */
final class SentForm {

    private SentForm() {}

    static MultiValueMap<String, String> of(PartForm shown) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (PartField field : shown.fields()) {
            switch (field.input()) {
                case FLAG -> {
                    if (shown.has(field.path(), "true")) {
                        sent.add(field.path(), "true");
                    }
                }
                case CHOICES ->
                    field.options().keySet().stream()
                            .filter(option -> shown.has(field.path(), option))
                            .forEach(option -> sent.add(field.path(), option));
                case ROWS -> {
                    for (int row = 0; row < shown.rows(field); row++) {
                        for (PartField column : field.columns()) {
                            String cell = PartForm.cell(field, row, column);
                            sent.add(cell, shown.text(cell));
                        }
                    }
                }
                case RANGE -> {
                    sent.add(field.path(), shown.text(field.path()));
                    sent.add(field.path(), shown.second(field.path()));
                }
                default -> sent.add(field.path(), shown.text(field.path()).replace("\n", "\r\n"));
            }
        }
        return sent;
    }
}
