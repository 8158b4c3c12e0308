package org.capaccueil.organisation;

import org.capaccueil.shared.PersonId;

/** Somebody has left; told in the transaction that records it. */
public record PersonLeft(PersonId person) {}
