package de.kreiskonzept.platform.importing;

/**
 * A node of an outline that is there already in other words.
 *
 * @param line in the source, 0 where there is none
 * @param stored words in the version
 * @param source words in the outline
 */
public record Difference(int line, String stored, String source) {}
