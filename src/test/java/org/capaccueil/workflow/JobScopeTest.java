package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.capaccueil.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class JobScopeTest {

    @Test
    void jobsRunInTheSystemsScopeAndOtherThreadsInNone() throws Exception {
        assertThat(scopeOfWorkIn("camundaTaskExecutor")).isEqualTo(Scope.everything());
        assertThat(scopeOfWorkIn("applicationTaskExecutor")).isEqualTo(Scope.nothing());
    }

    private static Scope scopeOfWorkIn(String name) throws Exception {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        new JobScope().postProcessBeforeInitialization(executor, name);
        executor.initialize();
        try {
            Future<Scope> seen = executor.submit(Scope::current);
            return seen.get(30, TimeUnit.SECONDS);
        } finally {
            executor.shutdown();
        }
    }
}
