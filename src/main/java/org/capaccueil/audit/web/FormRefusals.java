package org.capaccueil.audit.web;

import org.capaccueil.shared.BusinessRefusal;
import org.springframework.validation.BindingResult;

/** Puts a refusal at its field; whatever is more than a refusal goes on to the page that explains it. */
final class FormRefusals {

    private FormRefusals() {}

    static void show(BusinessRefusal refusal, BindingResult form) {
        if (refusal.getClass() != BusinessRefusal.class) {
            throw refusal;
        }
        String field = refusal.field();
        if (field == null) {
            form.reject("refused", refusal.sentence());
        } else {
            form.rejectValue(field, "refused", refusal.sentence());
        }
    }
}
