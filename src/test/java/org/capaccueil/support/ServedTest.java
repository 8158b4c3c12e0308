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
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** {@link ApplicationTest}, served on a port of its own: for browsers and raw requests. One server for all such tests of a JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = CapAccueilApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "capaccueil.demonstration=false",
            "camunda.bpm.job-execution.enabled=false",
            "capaccueil.mail-rounds=false",
            "capaccueil.survey-rounds=false",
            "capaccueil.late-series-rounds=false",
            "capaccueil.observer-rounds=false"
        })
@ActiveProfiles("local")
@ExtendWith(SystemScope.class)
@ContextConfiguration(initializers = TestPostgres.class)
@Import(TestSupport.class)
public @interface ServedTest {}
