package org.capaccueil.organisation;

import java.util.Set;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as other rooms see them.
 *
 * @param email null when none is known: nothing can be mailed then, and a launch says so
 * @param capacity the function a signature names: « Directrice générale des services »
 * @param manager whom this person answers to, null when nobody is named
 */
public record PersonView(
        PersonId id,
        CommuneId commune,
        String communeName,
        String name,
        @Nullable String email,
        String capacity,
        Set<Role> roles,
        @Nullable PersonId manager,
        long version) {}
