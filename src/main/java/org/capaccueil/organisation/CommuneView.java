package org.capaccueil.organisation;

import org.capaccueil.shared.CommuneId;

/** A commune as other rooms see it. */
public record CommuneView(CommuneId id, String name, String inseeCode, int population) {}
