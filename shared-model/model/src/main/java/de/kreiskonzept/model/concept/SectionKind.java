package de.kreiskonzept.model.concept;

import java.util.List;
import java.util.Locale;

/** What a section of a concept is. */
public enum SectionKind {
    /** Handlungsfeld. */
    FIELD_OF_ACTION,
    /** Querschnittsthema. */
    CROSS_CUTTING_THEME,
    /** Handlungsfeld and Querschnittsthema at once; stands with the fields and is named with the themes, too. */
    FIELD_AND_THEME,
    /** Any other section, such as a chapter (Kapitel) or pillar (Säule). */
    OTHER;

    private static final List<SectionKind> VALUES = List.of(values());

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return text;
    }

    /** The kind with which sections of this kind stand and are counted. */
    public SectionKind home() {
        return this == FIELD_AND_THEME ? FIELD_OF_ACTION : this;
    }

    /** Whether sections of this kind are named with those of another kind, where they do not stand. */
    public boolean isAlso(SectionKind other) {
        return this == FIELD_AND_THEME && other == CROSS_CUTTING_THEME;
    }

    /** Whether sections of this kind belong to another one, standing or named there. */
    public boolean belongsTo(SectionKind other) {
        return this == other || home() == other || isAlso(other);
    }

    /** The kinds with which sections stand. */
    public static List<SectionKind> homes() {
        return List.of(FIELD_OF_ACTION, CROSS_CUTTING_THEME, OTHER);
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
