package de.kreiskonzept.model.chapter;

import de.kreiskonzept.model.concept.SectionKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a chapter is about. Any chapter holds written texts; some show what the version holds as data, too. */
public enum ChapterKind {
    /** Words of greeting. */
    FOREWORD,
    /** What the concept is for. */
    PURPOSE,
    /** Who took part in writing it, and how. */
    PARTICIPATION,
    /** Numbers, data and facts about the county as a whole. */
    FIGURES,
    /** Offices, networks and committees. */
    STRUCTURES,
    /** What the county means by integration. */
    UNDERSTANDING,
    /** All fields of action. */
    FIELDS,
    /** All cross-cutting themes. */
    THEMES,
    /** All sections that are neither. */
    SECTIONS,
    /** How it goes on. */
    IMPLEMENTATION,
    /** A chapter of the county's own. */
    OWN;

    /** Text in database, YAML and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sections that stand in such a chapter; empty where it shows none. */
    public Optional<SectionKind> sections() {
        return switch (this) {
            case FIELDS -> Optional.of(SectionKind.FIELD_OF_ACTION);
            case THEMES -> Optional.of(SectionKind.CROSS_CUTTING_THEME);
            case SECTIONS -> Optional.of(SectionKind.OTHER);
            case FOREWORD, PURPOSE, PARTICIPATION, FIGURES, STRUCTURES, UNDERSTANDING, IMPLEMENTATION, OWN ->
                Optional.empty();
        };
    }

    /** Whether the figures of the version as a whole stand in such a chapter. */
    public boolean holdsFigures() {
        return this == FIGURES;
    }

    /** Whether the documents show something in such a chapter that is kept outside of the version: a process, or committees. */
    public boolean isFed() {
        return this == PARTICIPATION || this == STRUCTURES;
    }

    /** The kind with exactly this {@link #text()}. */
    public static Optional<ChapterKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /**
     * The kind with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ChapterKind of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unknown kind of chapter: " + text));
    }
}
