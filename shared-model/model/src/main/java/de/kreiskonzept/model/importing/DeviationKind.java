package de.kreiskonzept.model.importing;

import java.util.Locale;

/** How a text can depart from the expected shape. */
public enum DeviationKind {
    /** Nothing to read in the whole text. */
    EMPTY_TEXT,
    /** Text, but no section, goal or measure in it. */
    NO_SECTION,
    /** A word of a heading is misspelt; the meant one was taken. */
    MISSPELT_HEADING,
    /** The text calls a section by another kind than its heading. */
    WORDING_DIFFERS,
    /** A remark about counts stands in a goal; it was moved to a text block. */
    LEFT_OVER_TEXT,
    /** Text that belongs nowhere; kept as a text block. */
    UNPLACED_TEXT,
    /** A goal or measure stands outside every section; a section was made for it. */
    OUTSIDE_SECTION,
    /** A measure stands in a section before its first goal; a goal was made for it. */
    MEASURE_WITHOUT_GOAL,
    /** A list item under a goal was taken as a measure. */
    UNMARKED_MEASURE,
    /** A heading of a goal or measure without text; left out. */
    EMPTY_ITEM,
    /** A heading below which nothing stands, such as that of a chart; left out. */
    HEADING_WITHOUT_TEXT,
    /** A heading appears again; both parts became one section. */
    REPEATED_HEADING,
    /** The stated number of goals differs from the goals found. */
    STATED_GOALS_DIFFER,
    /** The stated number of measures differs from the measures found. */
    STATED_MEASURES_DIFFER,
    /** The stated totals differ from the sum of the sections' stated numbers. */
    STATED_SUM_DIFFERS,
    /** The same number twice among siblings. */
    DUPLICATE_NUMBER,
    /** A number is missing among siblings. */
    GAP_IN_NUMBERING,
    /** No overall goal here, though other sections have one. */
    SECTION_WITHOUT_OVERALL_GOAL,
    /** No goal at all in a section. */
    SECTION_WITHOUT_GOAL,
    /** The table of contents was left out; the excerpt is its first line. */
    TABLE_OF_CONTENTS,
    /** The table of contents spells a heading otherwise. */
    CONTENTS_SPELLING,
    /** An entry of the table of contents has no section or text. */
    CONTENTS_WITHOUT_SECTION,
    /** A running header or footer was left out; the excerpt ends with how often. */
    RUNNING_LINE,
    /** Page numbers were left out; the excerpt ends with how many. */
    PAGE_NUMBERS,
    /** A heading without a word such as "Handlungsfeld" was taken for a section because goals follow. */
    ASSUMED_SECTION,
    /** Lines without a word, such as drawn lines, were left out; the excerpt ends with how many. */
    WORDLESS_LINE,
    /** A line of a worked example was left out. */
    WORKED_EXAMPLE,
    /** A text is longer than its limit; the rest stands in a text block. */
    TEXT_TOO_LONG,
    /** A cell holds a formula; its last value was taken. */
    FORMULA,
    /** A cell holds a formula that was never worked out; it counts as empty. */
    FORMULA_WITHOUT_VALUE,
    /** A cell shows a fault such as #REF!; it counts as empty. */
    FAULTY_CELL,
    /** A cell spans several others; its words hold for the rows it spans. */
    MERGED_CELL,
    /** A column that nobody has given a meaning; left out. */
    UNUSED_COLUMN,
    /** A table without a head that could be read, or hidden; left out. */
    UNUSED_TABLE,
    /** Rows without a word; left out. */
    EMPTY_ROWS,
    /** A cell about a measure holds words that cannot be read there; left out. */
    UNREADABLE_DETAIL,
    /** A status without a light; the measure is not assessed. */
    UNKNOWN_STATUS,
    /** The same measure stands twice below the same goal; taken over once. */
    DOUBLE_MEASURE,
    /** The same measure stands twice, with different details; both were taken over. */
    SIMILAR_MEASURE,
    /** A row without a measure, a goal or a section of its own; left out. */
    ROW_WITHOUT_NODE,
    /** No column says what the sections are; the name of the table was taken. */
    SECTION_FROM_TABLE,
    /** A row names a field and a theme; the theme became part of the description. */
    FIELD_AND_THEME,
    /** A row names a chapter that there is not; the text is taken over and stays outside of it. */
    UNKNOWN_CHAPTER,
    /** A paper of the product says it beside the concept, such as figures; left out. */
    ONLY_ON_PAPER;

    /** Key of the German sentence in the message files. */
    public String wordKey() {
        return "importing.deviation." + name().toLowerCase(Locale.ROOT);
    }
}
