package org.capaccueil.tally.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TallyChoices extends JpaRepository<TallyChoice, UUID> {

    List<TallyChoice> findByCommuneIdOrderByPosition(UUID communeId);

    Optional<TallyChoice> findByIdAndCommuneId(UUID id, UUID communeId);
}
