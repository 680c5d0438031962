package de.kreiskonzept.model.concept;

import java.util.List;
import java.util.Locale;

/** What a section of a concept is. */
public enum SectionKind {
    /** Handlungsfeld. */
    FIELD_OF_ACTION,
    /** Querschnittsthema. */
    CROSS_CUTTING_THEME,
    /** Any other section, such as a chapter (Kapitel) or pillar (Säule). */
    OTHER;

    private static final List<SectionKind> VALUES = List.of(values());

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return text;
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.section_kind." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SectionKind of(String text) {
        for (SectionKind value : VALUES) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Unknown section kind: " + text);
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
