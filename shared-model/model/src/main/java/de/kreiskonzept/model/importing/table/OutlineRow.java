package de.kreiskonzept.model.importing.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the product's own table, in which each node of a concept has a row and stands behind its parent.
 *
 * @param line in the {@link TableText}, 0 where there is none
 * @param depth 0 for the concept, 1 for its sections and texts, one more for each level; -1 where the row says nothing
 * @param values without empty ones
 * @param id of the stored node, empty for a new one
 * @param version of the stored node, of its light, its place and the end of the id of what it stands below, with points between; empty
 *     for a new one
 */
public record OutlineRow(int line, Kind kind, int depth, Map<Field, String> values, String id, String version) {
    /** Columns before the fields. */
    private static final int BEFORE = 2;

    /** What a row that was moved to another place changes. */
    public static final String PLACE = "Steht unter";

    /** What rows that stand in another order change. */
    public static final String ORDER = "Reihenfolge";

    /** Column of the id from 0; that of the version is next to it. */
    public static final int ID = BEFORE + Field.values().length;

    /** Copies the values. */
    public OutlineRow {
        var kept = new EnumMap<Field, String>(Field.class);
        values.forEach((field, value) -> {
            String clean = TableText.clean(value);
            if (!clean.isEmpty()) {
                kept.put(field, clean);
            }
        });
        values = kept;
    }

    /** The value of a field; empty where there is none. */
    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    /** The same with another value of a field. */
    public OutlineRow with(Field field, String value) {
        var other = new EnumMap<Field, String>(Field.class);
        other.putAll(values);
        other.put(field, value);
        return new OutlineRow(line, kind, depth, other, id, version);
    }

    /** The same outside of its chapter; where a text has no heading, the title of the chapter becomes it. */
    public OutlineRow outsideOfItsChapter() {
        boolean nameless = kind == Kind.TEXT && value(Field.HEADING).isEmpty();
        OutlineRow named = nameless ? with(Field.HEADING, value(Field.CHAPTER)) : this;
        return named.with(Field.CHAPTER, "");
    }

    /** What a row is; the words stand in the first column. */
    public enum Kind {
        /** The concept as a whole. */
        CONCEPT("Konzept"),
        /** Handlungsfeld. */
        FIELD("Handlungsfeld"),
        /** Querschnittsthema. */
        THEME("Querschnittsthema"),
        /** Handlungsfeld and Querschnittsthema at once. */
        FIELD_AND_THEME("Handlungsfeld und Querschnittsthema"),
        /** Another section. */
        SECTION("Abschnitt"),
        /** Oberziel. */
        OVERALL_GOAL("Oberziel"),
        /** Unterziel. */
        SUB_GOAL("Unterziel"),
        /** Goal without a level. */
        GOAL("Ziel"),
        /** Maßnahme. */
        MEASURE("Maßnahme"),
        /** A text block of what stands above it. */
        TEXT("Text");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the table. */
        public String word() {
            return word;
        }

        /** Whether it is a section. */
        public boolean isSection() {
            return this == FIELD || this == THEME || this == FIELD_AND_THEME || this == SECTION;
        }

        /** Whether it is a goal. */
        public boolean isGoal() {
            return this == OVERALL_GOAL || this == SUB_GOAL || this == GOAL;
        }

        static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** A column with a value that people change. */
    public enum Field {
        /** Display number. */
        NUMBER("Nummer"),
        /** Title of the concept, name of a section, words of a goal, measure or text. */
        TEXT("Name oder Text"),
        /** Heading of a text. */
        HEADING("Überschrift des Textes"),
        /** Chapter of the document that a text of the concept as a whole stands in. */
        CHAPTER("Kapitel des Dokuments"),
        /** Responsible bodies of a measure. */
        RESPONSIBLE("Zuständig"),
        /** Light of a measure. */
        LIGHT("Ampel"),
        /** Why a measure is not pursued. */
        REASON("Grund"),
        /** Justification of the light. */
        JUSTIFICATION("Begründung"),
        /** Whether a measure counts. */
        COUNTED("Zählt in der Auswertung"),
        /** Further words about a measure. */
        DESCRIPTION("Beschreibung"),
        /** When a measure runs. */
        PERIOD("Zeitraum"),
        /** Where a measure holds. */
        REACH("Reichweite"),
        /** What is to happen by a measure. */
        MEASURE_KIND("Art der Maßnahme"),
        /** How urgent a measure is. */
        PRIORITY("Priorität"),
        /** Category of a measure in the words of the county. */
        CATEGORY("Kategorie"),
        /** What a measure costs, set apart by semicolons. */
        COSTS("Kosten"),
        /** Number of the measure that this one is a part of. */
        PART_OF("Teil der Maßnahme Nr."),
        /** Number of goals that the document states. */
        STATED_GOALS("Genannte Ziele"),
        /** Number of measures that the document states. */
        STATED_MEASURES("Genannte Maßnahmen");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** The head of the column. */
        public String word() {
            return word;
        }

        /** Column from 0. */
        public int column() {
            return BEFORE + List.of(values()).indexOf(this);
        }
    }

    /** Heads of all columns: kind, depth, the fields, id and version. */
    public static List<String> head() {
        var head = new ArrayList<String>(List.of("Art", "Ebene"));
        Arrays.stream(Field.values()).map(Field::word).forEach(head::add);
        head.addAll(List.of("Kennung", "Version"));
        return List.copyOf(head);
    }

    /** The words of all columns, in the order of the heads. */
    public List<String> cells() {
        var cells = new ArrayList<String>(List.of(kind.word(), Integer.toString(depth)));
        Arrays.stream(Field.values()).map(this::value).forEach(cells::add);
        cells.addAll(List.of(id, version));
        return List.copyOf(cells);
    }
}
