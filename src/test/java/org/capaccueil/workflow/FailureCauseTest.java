package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTest {

    private static final String STACK =
            """
            org.camunda.bpm.engine.ProcessEngineException: ENGINE-03083 Unexpected exception
            \tat org.camunda.bpm.engine.impl.Something.run(Something.java:12)
            Caused by: %s: relation "evaluation" does not exist
            \tat org.postgresql.core.Query.run(Query.java:1)
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            org.postgresql.util.PSQLException              | La base de données a refusé l'écriture
            java.sql.SQLTransientConnectionException       | La base de données ne répondait pas
            org.camunda.bpm.engine.OptimisticLockingException | Deux étapes ont écrit la même donnée
            net.sf.jasperreports.engine.JRException        | Le rapport n'a pas pu être mis en page
            org.capaccueil.shared.BusinessRefusal          | Une règle métier refuse cette étape
            org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException | Le schéma appelle une étape
            java.lang.OutOfMemoryError                     | La mémoire a manqué
            java.lang.NullPointerException                 | Un défaut du programme
            """)
    void eachCauseIsSaidInWordsAnOperatorCanActOn(String exception, String words) {
        assertThat(FailureCause.inWords(STACK.formatted(exception))).startsWith(words);
    }

    @Test
    void aClassTheFailureOnlyPassedThroughIsNotItsCause() {
        String stack = STACK.formatted("org.postgresql.util.PSQLException")
                + "\tat org.capaccueil.shared.Attempt.of(Attempt.java:31)\n";
        assertThat(FailureCause.inWords(stack)).startsWith("La base de données a refusé l'écriture");
    }

    @Test
    void theRootIsTheLastCauseOnOneLineWithoutItsPackage() {
        assertThat(FailureCause.root(STACK.formatted("org.postgresql.util.PSQLException")))
                .isEqualTo("PSQLException : relation \"evaluation\" does not exist");
        assertThat(FailureCause.root("")).isEqualTo("cause inconnue");
        assertThat(FailureCause.root("java.lang.IllegalStateException: " + "x".repeat(1_000)))
                .hasSizeLessThan(310);
    }
}
