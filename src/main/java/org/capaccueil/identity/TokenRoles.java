package org.capaccueil.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.Role;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** The roles a token speaks of: those of the realm, named as ours are; whatever else it says is none of ours. */
final class TokenRoles {

    private TokenRoles() {}

    static Set<Role> of(ClaimAccessor token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, Object> realm = token.getClaimAsMap("realm_access");
        if (realm != null && realm.get("roles") instanceof Collection<?> names) {
            Arrays.stream(Role.values())
                    .filter(role -> names.contains(nameInTheRealm(role)))
                    .forEach(roles::add);
        }
        return roles;
    }

    private static String nameInTheRealm(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
