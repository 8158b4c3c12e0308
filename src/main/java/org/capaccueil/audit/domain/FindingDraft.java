package org.capaccueil.audit.domain;

import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.standard.Place;

/** A finding as the auditor writes it. */
public record FindingDraft(FindingKind kind, String criterion, Place place, String text, String basis) {}
