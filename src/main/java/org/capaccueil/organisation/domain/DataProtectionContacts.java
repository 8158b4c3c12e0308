package org.capaccueil.organisation.domain;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DataProtectionContacts extends JpaRepository<DataProtectionContact, UUID> {}
