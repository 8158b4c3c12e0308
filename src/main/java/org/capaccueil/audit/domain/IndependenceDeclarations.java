package org.capaccueil.audit.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface IndependenceDeclarations extends JpaRepository<IndependenceDeclaration, UUID> {

    List<IndependenceDeclaration> findByEvaluationIdOrderBySignedAt(UUID evaluation);

    /** The auditor's of today is the last one: another one before them may have signed as well. */
    Optional<IndependenceDeclaration> findFirstByEvaluationIdAndPersonIdOrderBySignedAtDesc(
            UUID evaluation, UUID person);
}
