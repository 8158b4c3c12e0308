package org.capaccueil.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who signed in with a local account. */
final class LocalPerson implements SignedIn, UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final String login;
    private final UUID person;
    private @Nullable String passwordHash;

    LocalPerson(String login, String passwordHash, PersonId person) {
        this.login = login;
        this.passwordHash = passwordHash;
        this.person = person.value();
    }

    @Override
    public PersonId person() {
        return new PersonId(person);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
