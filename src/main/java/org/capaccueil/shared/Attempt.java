package org.capaccueil.shared;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.validation.BindingResult;

/**
 * Hands a filled-in form to a use case. A refusal goes to the field it names, so that the form comes back with what was
 * typed; refusals with a page of their own (nothing there, not allowed, changed meanwhile) pass through.
 */
public final class Attempt {

    private Attempt() {}

    /** What the use case answers, or nothing when the form has faults already or the use case refuses. */
    public static <T> Optional<T> of(BindingResult form, Supplier<T> useCase) {
        if (form.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(useCase.get());
        } catch (BusinessRefusal refusal) {
            tell(form, refusal);
            return Optional.empty();
        }
    }

    /** Whether the use case was carried out. */
    public static boolean run(BindingResult form, Runnable useCase) {
        return of(form, () -> {
                    useCase.run();
                    return Boolean.TRUE;
                })
                .isPresent();
    }

    /** Puts a refusal at its field; one with a page of its own goes on to it. */
    public static void tell(BindingResult form, BusinessRefusal refusal) {
        if (!refusal.isPlain()) {
            throw refusal;
        }
        String field = refusal.field();
        if (field != null && form.getFieldType(field) != null) {
            form.rejectValue(field, "refused", refusal.sentence());
        } else {
            form.reject("refused", refusal.sentence());
        }
    }
}
