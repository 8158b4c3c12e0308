package org.capaccueil.standard;

import java.util.List;
import java.util.Map;
import org.capaccueil.shared.StandardVersionId;

/** Which criteria of one standard answer those of another. */
public interface StandardMappings {

    /** How much of a criterion the other one answers. */
    enum Relation {
        EQUAL("égal"),
        COVERS("couvre"),
        PARTLY("couvre en partie");

        private final String title;

        Relation(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether an answer to the one is a whole answer to the other. */
        public boolean isWhole() {
            return this != PARTLY;
        }
    }

    /** A criterion of the earlier standard that answers one of the later. */
    record Correspondence(String criterion, Relation relation) {}

    /**
     * By criterion of the later version; criteria nothing corresponds to are absent. Two versions of one standard
     * correspond by their codes, without anybody having to say so.
     */
    Map<String, List<Correspondence>> between(StandardVersionId from, StandardVersionId to);
}
