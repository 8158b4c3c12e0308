package org.capaccueil.identity;

import java.util.List;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Accounts for trying the product out: one password for everybody, shown on the login page. Somebody who is not listed
 * signs in with their e-mail. {@link LocalAccountsGuard} keeps them to the local profile and the loopback address.
 */
@Component
@ConditionalOnProperty("capaccueil.local-accounts.enabled")
@EnableConfigurationProperties(LocalAccountsProperties.class)
public class LocalAccounts implements UserDetailsService {

    /** An account the login page lists. */
    public record Listed(String login, String name, String roleTitle, String description) {}

    private final LocalAccountsProperties properties;
    private final Organisation organisation;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String passwordHash;

    LocalAccounts(LocalAccountsProperties properties, Organisation organisation) {
        this.properties = properties;
        this.organisation = organisation;
        this.passwordHash = encoder.encode(properties.password());
    }

    public String password() {
        return properties.password();
    }

    /** The listed accounts whose person exists. */
    public List<Listed> listed() {
        return Scope.everything().call(() -> properties.accounts().stream()
                .flatMap(account -> organisation
                        .byEmail(account.email())
                        .map(person ->
                                new Listed(account.login(), person.name(), person.capacity(), account.description()))
                        .stream())
                .toList());
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return Scope.everything().call(() -> account(login));
    }

    private UserDetails account(String login) {
        String email = properties.accounts().stream()
                .filter(account -> account.login().equals(login))
                .map(LocalAccountsProperties.Account::email)
                .findFirst()
                .orElse(login);
        PersonView person = organisation
                .byEmail(email)
                .orElseThrow(() -> new UsernameNotFoundException("no local account for this login"));
        return new LocalPerson(login, passwordHash, person.id());
    }
}
