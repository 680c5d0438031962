package de.kreiskonzept.platform.concept.writing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed and did not save.
 *
 * @param fields texts by the names of the fields
 * @param nodeVersion row version of the node that it was typed over
 */
public record Unsaved(Map<String, List<String>> fields, long nodeVersion, Instant writtenAt) {}
