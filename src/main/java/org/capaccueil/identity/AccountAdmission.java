package org.capaccueil.identity;

import org.capaccueil.organisation.AdmissionRefused;
import org.capaccueil.organisation.Admissions;
import org.capaccueil.organisation.Admissions.Account;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.PersonId;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes the account of a token, once it is proven, the person who signs in. */
final class AccountAdmission implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Admissions admissions;

    AccountAdmission(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        try {
            return new ProviderPerson(admit(token), token);
        } catch (AdmissionRefused refused) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("admission_refused", refused.reason().name(), null), refused);
        }
    }

    PersonId admit(OidcIdToken token) {
        Account account = new Account(
                token.getSubject(),
                nameIn(token),
                token.getEmail(),
                Boolean.TRUE.equals(token.getEmailVerified()),
                token.getClaimAsString("fonction"),
                token.getClaimAsString("commune"),
                TokenRoles.of(token));
        return Scope.everything().call(() -> admissions.admit(account));
    }

    private static String nameIn(OidcIdToken token) {
        return token.getFullName() != null ? token.getFullName() : token.getPreferredUsername();
    }
}
