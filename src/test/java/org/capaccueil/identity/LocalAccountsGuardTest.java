package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

class LocalAccountsGuardTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("capaccueil.local-accounts.enabled", "true");

    @Test
    void theLocalProfileOnTheLoopbackMayHaveLocalAccounts() {
        environment.setActiveProfiles("local");
        environment.setProperty("server.address", "127.0.0.1");

        assertThatCode(() -> LocalAccountsGuard.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "default", "test"})
    void anyOtherProfileRefusesToStartWithLocalAccounts(String profile) {
        environment.setActiveProfiles(profile);
        environment.setProperty("server.address", "127.0.0.1");

        assertThatThrownBy(() -> LocalAccountsGuard.check(environment)).hasMessageContaining(profile);
    }

    @Test
    void noProfileAtAllRefusesToo() {
        environment.setProperty("server.address", "127.0.0.1");

        assertThatThrownBy(() -> LocalAccountsGuard.check(environment)).hasMessageContaining("profile 'local' alone");
    }

    @Test
    void theLocalProfileBesideAnotherRefusesToo() {
        environment.setActiveProfiles("local", "production");
        environment.setProperty("server.address", "127.0.0.1");

        assertThatThrownBy(() -> LocalAccountsGuard.check(environment)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "192.168.1.10", "not an address"})
    void anAddressOthersCanReachRefusesToStart(String address) {
        environment.setActiveProfiles("local");
        environment.setProperty("server.address", address);

        assertThatThrownBy(() -> LocalAccountsGuard.check(environment)).hasMessageContaining("127.0.0.1");
    }

    @Test
    void theGuardIsCalledWhenAnApplicationStarts() {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(org.springframework.boot.WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run(
                        "--spring.profiles.active=production", "--capaccueil.local-accounts.enabled=true"))
                .hasMessageContaining("local-accounts");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
