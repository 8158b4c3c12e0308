package org.capaccueil.organisation;

import org.capaccueil.shared.PersonId;

/**
 * A person's period is over, told in the transaction that takes the name out of the register: each room takes it out of
 * its own rows. Signatures keep name and capacity as they were.
 */
public record PersonAnonymised(PersonId person) {}
