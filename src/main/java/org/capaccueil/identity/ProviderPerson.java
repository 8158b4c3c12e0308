package org.capaccueil.identity;

import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who signed in at the identity provider; their name there, the subject, is what sessions are found by. */
final class ProviderPerson extends DefaultOidcUser implements SignedIn {

    private static final long serialVersionUID = 1;

    private final UUID person;

    ProviderPerson(PersonId person, OidcIdToken idToken) {
        super(List.of(), idToken);
        this.person = person.value();
    }

    @Override
    public PersonId person() {
        return new PersonId(person);
    }
}
