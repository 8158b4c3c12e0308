package org.capaccueil.standard.domain;

import org.capaccueil.standard.StandardMappings.Relation;

/** A correspondence to decide: which criterion of the one answers which of the other. */
public record MappingDraft(String from, String to, Relation relation, String note) {}
