package org.capaccueil.identity;

import java.util.Collection;
import java.util.List;
import org.capaccueil.shared.PersonId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a session: only who. Roles and teams are read anew at each request, so that what was withdrawn is
 * gone at the next click; the authorities here serve what pages show.
 */
final class SignedIn implements UserDetails {

    private final String login;
    private final String passwordHash;
    private final PersonId person;
    private final String name;
    private final List<SimpleGrantedAuthority> authorities;

    SignedIn(
            String login, String passwordHash, PersonId person, String name, List<SimpleGrantedAuthority> authorities) {
        this.login = login;
        this.passwordHash = passwordHash;
        this.person = person;
        this.name = name;
        this.authorities = List.copyOf(authorities);
    }

    PersonId person() {
        return person;
    }

    /** For pages' headers. */
    public String getName() {
        return name;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return login;
    }
}
