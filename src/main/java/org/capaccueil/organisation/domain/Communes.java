package org.capaccueil.organisation.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Communes extends JpaRepository<Commune, UUID> {
    Optional<Commune> findByInseeCode(String inseeCode);
}
