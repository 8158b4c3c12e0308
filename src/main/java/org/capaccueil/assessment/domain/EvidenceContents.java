package org.capaccueil.assessment.domain;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface EvidenceContents extends JpaRepository<EvidenceContent, UUID> {}
