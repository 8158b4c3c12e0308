package org.capaccueil.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The accounts of the local profile. */
@ConfigurationProperties("capaccueil.local-accounts")
record LocalAccountsProperties(boolean enabled, String password, List<Account> accounts) {

    record Account(String login, String email, String description) {}
}
