package org.capaccueil.web;

import java.util.stream.Collectors;
import org.capaccueil.identity.CurrentPerson;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The name and roles in the header of every page. */
@ControllerAdvice
class CurrentUserHeader {

    /** What the header shows. */
    record Header(String name, String roleTitle, boolean onlyObserves) {}

    private final CurrentPerson currentPerson;

    CurrentUserHeader(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @ModelAttribute("currentUser")
    @Nullable
    Header currentUser() {
        return currentPerson
                .actor()
                .map(actor -> new Header(
                        actor.name(),
                        actor.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", ")),
                        actor.onlyObserves()))
                .orElse(null);
    }
}
