package org.capaccueil.survey.domain;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Comments extends JpaRepository<SurveyComment, UUID> {

    String FOUND =
            """
            from survey_comment
            where survey_id = :survey and state in (:states) and (:everyTeam or team_id in (:teams))
              and (:words = '' or to_tsvector('french', without_accents(coalesce(shown, written)))
                                  @@ websearch_to_tsquery('french', without_accents(:words)))
              and (:tag = '' or :tag = any (string_to_array(tags, ',')))
            """;

    /**
     * Words as a French reader looks for them: without their endings and accents, and quoted where they belong together. What
     * is to be read over comes first.
     */
    @Query(
            nativeQuery = true,
            value = "select * " + FOUND + "order by (state = 'RECEIVED') desc, state, id",
            countQuery = "select count(*) " + FOUND)
    Page<SurveyComment> find(
            UUID survey,
            Collection<String> states,
            boolean everyTeam,
            Collection<UUID> teams,
            String words,
            String tag,
            Pageable page);
}
