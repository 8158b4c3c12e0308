package org.capaccueil.web;

import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.identity.CurrentPerson;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The name and roles in the header of every page. */
@ControllerAdvice
class CurrentUserHeader {

    /**
     * What the header shows.
     *
     * @param listening the parts of « Écoute » that open to this person
     */
    record Header(String name, String roleTitle, boolean onlyObserves, List<Part> listening) {}

    /** A part of « Écoute ». */
    record Part(String section, String title, String address) {}

    private static final Part MYSTERY = new Part("mystery", "Évaluations mystère", "/mystery");
    private static final List<Part> LISTENING = List.of(
            new Part("tally", "Recueil", "/tally"),
            new Part("indicators", "Indicateurs", "/indicators"),
            new Part("surveys", "Enquêtes", "/surveys"),
            MYSTERY);

    private final CurrentPerson currentPerson;
    private final Mysteries mysteries;

    CurrentUserHeader(CurrentPerson currentPerson, Mysteries mysteries) {
        this.currentPerson = currentPerson;
        this.mysteries = mysteries;
    }

    @ModelAttribute("currentUser")
    @Nullable
    Header currentUser() {
        return currentPerson
                .actor()
                .map(actor -> new Header(
                        actor.name(),
                        actor.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", ")),
                        actor.onlyObserves(),
                        listening(actor)))
                .orElse(null);
    }

    /** Whoever is in a team, or answers for all, opens everything; an observer needs neither, and has the one part. */
    private List<Part> listening(Actor actor) {
        if (!actor.teams().isEmpty() || actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP)) {
            return LISTENING;
        }
        return !actor.onlyObserves() && mysteries.observes(actor) ? List.of(MYSTERY) : List.of();
    }
}
