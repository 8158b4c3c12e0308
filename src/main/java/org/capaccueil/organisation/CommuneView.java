package org.capaccueil.organisation;

import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the tree, a commune or a métropole, as other rooms see it.
 *
 * @param code INSEE code of a commune, SIREN of a métropole
 * @param parent the métropole it belongs to, null at the top of the tree
 */
public record CommuneView(
        CommuneId id,
        OrganisationKind kind,
        String name,
        String code,
        int population,
        @Nullable CommuneId parent,
        long version) {}
