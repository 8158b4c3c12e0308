package org.capaccueil.standard.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StandardVersions extends JpaRepository<StandardVersion, UUID> {

    boolean existsByCodeAndLabel(String code, String label);

    List<StandardVersion> findAllByOrderByPublishedAtDesc();
}
