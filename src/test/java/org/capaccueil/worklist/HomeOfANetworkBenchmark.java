package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.Test;

/** How long everybody's home takes among 49 communes, beside the same page of the same run when there was one. */
class HomeOfANetworkBenchmark extends NetworkOfCommunes {

    private static final double MOST_GROWTH = 1.5;
    private static final int ROUNDS = 100;
    private static final int WARMING = 8;

    @Test
    void everyRolesHomeTakesNoLongerForFortyNineCommunes() throws Exception {
        Town first = fixtures.town();
        commune(first);
        Map<String, PersonId> people = people(first);
        warm(people);
        Map<String, Long> alone = medians(people);
        for (int i = 1; i < COMMUNES; i++) {
            commune(fixtures.town());
        }
        warm(people);
        Map<String, Long> amongMany = medians(people);

        Map<String, Double> growth = new LinkedHashMap<>();
        amongMany.forEach((role, nanos) -> {
            growth.put(role, (double) nanos / alone.get(role));
            System.out.println("%-26s %5.1f ms at 1 commune, %5.1f ms at %d, ratio %.2f (at most %.1f)"
                    .formatted(role, alone.get(role) / 1e6, nanos / 1e6, COMMUNES, growth.get(role), MOST_GROWTH));
        });
        assertThat(growth)
                .isNotEmpty()
                .allSatisfy((role, ratio) -> assertThat(ratio).as(role).isLessThanOrEqualTo(MOST_GROWTH));
    }

    /** Both figures stand on code compiled as far as it ever will be, and on plans made for what the tables hold. */
    private void warm(Map<String, PersonId> people) throws Exception {
        countedByTheDatabase();
        for (int i = 0; i < WARMING; i++) {
            medians(people);
        }
    }

    private Map<String, Long> medians(Map<String, PersonId> people) throws Exception {
        Map<String, Long> medians = new LinkedHashMap<>();
        for (Map.Entry<String, PersonId> one : people.entrySet()) {
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                open(one.getValue());
                took.add(System.nanoTime() - start);
            }
            took.sort(null);
            medians.put(one.getKey(), took.get(ROUNDS / 2));
        }
        return medians;
    }
}
