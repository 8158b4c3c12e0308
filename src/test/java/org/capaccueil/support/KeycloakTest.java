package org.capaccueil.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.capaccueil.CapAccueilApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application as it is deployed, without the local profile: real PostgreSQL, real Keycloak, the demonstration commune.
 * All classes that say so share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = CapAccueilApplication.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ExtendWith(SystemScope.class)
@ContextConfiguration(initializers = {TestPostgres.class, KeycloakServer.Settings.class})
@Import({SettableClock.class, Jobs.class})
public @interface KeycloakTest {}
