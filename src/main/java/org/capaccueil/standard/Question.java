package org.capaccueil.standard;

import java.util.List;

/** A criterion as it is put to one team: once per place it is rated at. */
public record Question(Theme theme, Criterion criterion, List<Place> places) {}
