package org.capaccueil.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Refuses to start when local accounts would be reachable by others: in any profile but the local one alone, or on an
 * address beyond the loopback. It runs before any bean exists, so nothing listens yet. Registered in {@code
 * META-INF/spring.factories}.
 */
public class LocalAccountsGuard implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String SWITCH = "capaccueil.local-accounts.enabled";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    static void check(Environment environment) {
        if (!environment.getProperty(SWITCH, Boolean.class, false)) {
            return;
        }
        Set<String> profiles = Set.of(environment.getActiveProfiles());
        if (!profiles.equals(Set.of("local"))) {
            throw new IllegalStateException("Local accounts (" + SWITCH + ") exist only in the profile 'local' alone; "
                    + "the active profiles are " + profiles + ". Remove the setting, or the profiles.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw new IllegalStateException("Local accounts (" + SWITCH + ") are for this machine only, but "
                    + "server.address is '" + address + "'. Set it to 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
