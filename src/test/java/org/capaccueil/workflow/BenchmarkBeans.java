package org.capaccueil.workflow;

import java.util.Map;

/** The stub beans of the process tests, for a bare engine in the benchmark. */
public final class BenchmarkBeans {

    private BenchmarkBeans() {}

    public static Map<Object, Object> stubs() {
        return StubBeans.all(new Script());
    }
}
