package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;

/** What a line is. */
sealed interface Mark {
    /** Nothing; ends a paragraph. */
    record Blank() implements Mark {}

    /**
     * Heading of a section.
     *
     * @param depth 1 for a top section, more below
     * @param misspelt whether its kind word was
     */
    record SectionHeading(SectionKind kind, int depth, String number, String name, boolean misspelt) implements Mark {}

    /**
     * Another heading.
     *
     * @param rest text in the same line, maybe empty
     * @param known whether it is one that only texts have
     */
    record TextHeading(String number, String name, String rest, boolean known) implements Mark {}

    /** Heading of a list of goals. */
    record GoalListHeading(GoalKind kind) implements Mark {}

    /** Heading of a list of measures. */
    record MeasureListHeading() implements Mark {}

    /** A goal; its text may begin in the next line. */
    record GoalStart(GoalKind kind, String number, String text, boolean misspelt) implements Mark {}

    /** A measure; its text may begin in the next line. */
    record MeasureStart(String number, String text, boolean misspelt) implements Mark {}

    /** A list item without a word that says what it is. */
    record Item(String number, String text) implements Mark {}

    /** Bodies responsible for the measure before. */
    record Responsible(String text) implements Mark {}

    /** Begins a worked example. */
    record ExampleStart() implements Mark {}

    /** Anything else. */
    record Words(String text) implements Mark {}
}
