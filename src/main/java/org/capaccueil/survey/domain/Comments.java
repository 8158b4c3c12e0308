package org.capaccueil.survey.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Comments extends JpaRepository<SurveyComment, UUID> {

    List<SurveyComment> findBySurveyId(UUID survey);

    /** Words as a French reader looks for them: without their endings, and quoted where they belong together. */
    @Query(
            nativeQuery = true,
            value =
                    """
            select * from survey_comment where survey_id = :survey
            and to_tsvector('french', coalesce(shown, written)) @@ websearch_to_tsquery('french', :words)""")
    List<SurveyComment> search(UUID survey, String words);
}
