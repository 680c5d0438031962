package de.kreiskonzept.platform.importing;

/**
 * A question about a column or a status.
 *
 * @param name of the field
 * @param label column or status as it stands in the file
 * @param hint first words of the column, maybe empty
 * @param value chosen answer
 */
public record MappingLine(String name, String label, String hint, String value) {}
