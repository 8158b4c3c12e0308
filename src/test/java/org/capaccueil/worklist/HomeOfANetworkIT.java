package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What everybody's home page asks of the database, whatever the number of communes. */
@Import(Statements.class)
class HomeOfANetworkIT extends NetworkOfCommunes {

    private static final int MOST_STATEMENTS = 10;

    @Autowired
    Statements statements;

    @Test
    void everyRolesHomeAsksAtMostTenStatementsForOneCommuneAndForFortyNine() throws Exception {
        Town first = fixtures.town();
        commune(first);
        Map<String, PersonId> people = people(first);
        Map<String, Integer> alone = asked(people);
        for (int i = 1; i < COMMUNES; i++) {
            commune(fixtures.town());
        }
        Map<String, Integer> amongMany = asked(people);

        assertThat(amongMany)
                .allSatisfy(
                        (role, count) -> assertThat(count).as(role).isPositive().isLessThanOrEqualTo(MOST_STATEMENTS));
        alone.forEach((role, count) -> assertThat(count).as(role).isPositive().isLessThanOrEqualTo(MOST_STATEMENTS));
    }

    private Map<String, Integer> asked(Map<String, PersonId> people) throws Exception {
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (Map.Entry<String, PersonId> one : people.entrySet()) {
            // signing in and the first look at a template are not what a home page costs
            open(one.getValue());
            asked.put(
                    one.getKey(), statements.during(() -> open(one.getValue())).size());
        }
        return asked;
    }
}
