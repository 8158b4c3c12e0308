package org.capaccueil.organisation;

import java.util.Set;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;

/** Lets accounts of the identity provider in: which person of the register they are, with the roles they come with. */
public interface Admissions {

    /**
     * An account as the identity provider vouches for it.
     *
     * @param subject the account's id there, for good
     * @param email what the account says; nothing is concluded from it unless it was verified
     * @param capacity the person's function, null when the account does not say
     * @param inseeCode the commune the account belongs to, null when it does not say
     */
    record Account(
            String subject,
            String name,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String capacity,
            @Nullable String inseeCode,
            Set<Role> roles) {}

    /**
     * The person who signs in with this account: the one bound to it; else the one recorded beforehand with its verified
     * e-mail; else a new person of its commune. The person's roles are the account's from now on; teams stay as the
     * register has them, and count only with the role for them.
     *
     * @throws AdmissionRefused when the account is nobody's
     */
    PersonId admit(Account account);
}
