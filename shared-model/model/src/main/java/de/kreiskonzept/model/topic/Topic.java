package de.kreiskonzept.model.topic;

import java.util.List;

/**
 * A field or theme that concepts of many counties have under one name or another.
 *
 * @param key stays the same in all versions of the catalogue
 * @param name German
 * @param spellings other names for it
 */
public record Topic(String key, String name, List<String> spellings) {
    /** Copies the list. */
    public Topic {
        spellings = List.copyOf(spellings);
    }
}
