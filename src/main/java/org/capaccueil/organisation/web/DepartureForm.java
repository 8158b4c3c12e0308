package org.capaccueil.organisation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record DepartureForm(@NotNull(message = "Indiquez le jour du départ.") @Nullable LocalDate leftOn) {}
