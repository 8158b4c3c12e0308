package org.capaccueil.audit.domain;

/**
 * Why somebody may not audit a team.
 *
 * @param words what speaks against them, to be read after their name: « fait partie de l'équipe à auditer »
 */
public record Obstacle(IndependenceRule rule, String words) {}
