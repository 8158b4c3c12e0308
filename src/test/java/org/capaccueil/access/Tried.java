package org.capaccueil.access;

import java.util.Set;
import org.capaccueil.access.AccessMatrix.Rule;

/**
 * One request and its answer.
 *
 * @param subject who sent it
 * @param whose the thing was
 * @param expected what the matrix says; several where it leaves open how somebody is turned down
 * @param page what the answer showed, without what differs at every request
 */
record Tried(
        Route route,
        Rule rule,
        String subject,
        String whose,
        Set<Answer> expected,
        int status,
        Answer answer,
        String page) {

    boolean isAsWritten() {
        return expected.contains(answer);
    }

    /** The door opened, whatever was said behind it. */
    boolean isPassed() {
        return expected.contains(Answer.OPENED) && isAsWritten() && status != 404;
    }

    @Override
    public String toString() {
        return "%s by %s on %s: %s (%d) instead of %s for « %s »"
                .formatted(route, subject, whose, answer, status, expected, rule.action());
    }
}
