package org.capaccueil.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on real PostgreSQL with an empty database (no demonstration commune), a {@link
 * SettableClock} and {@link Fixtures}. The job executor does not run by itself: tests say when with {@link
 * Jobs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "capaccueil.demonstration=false",
            "camunda.bpm.job-execution.enabled=false",
            "capaccueil.mail-rounds=false",
            "capaccueil.retention-rounds=false",
            "capaccueil.survey-rounds=false",
            "capaccueil.late-series-rounds=false",
            "capaccueil.observer-rounds=false"
        })
@ActiveProfiles("local")
@ExtendWith(SystemScope.class)
@ContextConfiguration(initializers = TestPostgres.class)
@Import(TestSupport.class)
public @interface ApplicationTest {}
