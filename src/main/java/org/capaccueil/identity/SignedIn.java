package org.capaccueil.identity;

import java.io.Serializable;
import org.capaccueil.shared.PersonId;

/**
 * The principal of a session: only who. Roles and teams are read anew at each request, so that what was withdrawn is
 * gone at the next click. It is kept in the database with the session: what it holds is serialised.
 */
sealed interface SignedIn extends Serializable permits LocalPerson, ProviderPerson {

    PersonId person();
}
