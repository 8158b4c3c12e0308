package org.capaccueil.identity;

import java.util.Set;
import org.capaccueil.organisation.Register;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The first commune and the person who sets it up, recorded at the first start of an empty installation. They come in with
 * the account of that e-mail address, and with the roles that account has.
 */
@Component
@ConditionalOnProperty("capaccueil.first-administrator.email")
@EnableConfigurationProperties(FirstAdministrator.Named.class)
class FirstAdministrator {

    /** Who, and of which commune. */
    @ConfigurationProperties("capaccueil.first-administrator")
    record Named(String email, String name, String commune, String inseeCode, int population) {}

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Named named;
    private final Register register;
    private final TransactionOperations transaction;

    FirstAdministrator(Named named, Register register, TransactionOperations transaction) {
        this.named = named;
        this.register = register;
        this.transaction = transaction;
    }

    @EventListener(ApplicationStartedEvent.class)
    void record() {
        Scope.everything().runIn(transaction, this::recordOnce);
    }

    private void recordOnce() {
        if (!register.isEmpty()) {
            return;
        }
        CommuneId commune = register.foundCommune(named.commune(), named.inseeCode(), named.population());
        register.recordPerson(
                commune,
                named.name(),
                named.email(),
                "Administration de Cap Accueil",
                Set.of(Role.QUALITY_MANAGER, Role.OPERATOR));
        log.info("{} is recorded as the first commune, set up by {}", named.commune(), named.email());
    }
}
