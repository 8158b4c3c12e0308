package org.capaccueil.standard.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CriterionMappings extends JpaRepository<CriterionMapping, UUID> {

    List<CriterionMapping> findByFromStandardAndToStandardOrderByDecidedAt(String from, String to);

    long countByFromStandardAndToStandard(String from, String to);
}
