package de.kreiskonzept.platform.document.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a paper, from top to bottom. */
public sealed interface Block {
    /** Whether this block says nothing without the next one, so that both belong on one page. */
    default boolean leadsTo(Block next) {
        return switch (this) {
            case Paragraph _ -> next instanceof Bullets;
            case Picture _ -> next instanceof Paragraph;
            case Heading _, Bullets _, Table _, PageBreak _ -> false;
        };
    }

    /**
     * A heading.
     *
     * @param level 1 to 6
     * @param number as it is printed before the text, maybe empty
     * @param text not blank
     * @param sense what it is the heading of, for whoever reads the file as data
     */
    record Heading(int level, String number, String text, Sense sense) implements Block {
        /** Deepest level. */
        public static final int DEEPEST = 6;

        /** A heading of which nothing else is known. */
        public Heading(int level, String number, String text) {
            this(level, number, text, Sense.NONE);
        }

        /** @throws IllegalArgumentException if there is no such level */
        public Heading {
            if (level < 1 || level > DEEPEST) {
                throw new IllegalArgumentException("no heading has the level " + level);
            }
            number = Signs.printable(number);
            text = Signs.printable(text);
        }

        /** Number and text as one line. */
        public String line() {
            return number.isEmpty() ? text : number + " " + text;
        }
    }

    /**
     * What a heading is the heading of.
     *
     * @param kind small letters and underscores; empty for headings that people wrote
     * @param before number of words before the name, or before the number of a goal
     */
    record Sense(String kind, int before) {
        /** Nothing is known. */
        public static final Sense NONE = new Sense("", 0);

        /** A kind without words before. */
        public static Sense of(String kind) {
            return new Sense(kind, 0);
        }

        /** A kind with these words before, maybe none. */
        public static Sense of(String kind, String words) {
            return new Sense(kind, words.isBlank() ? 0 : words.strip().split("\\s+").length);
        }
    }

    /**
     * A paragraph.
     *
     * @param runs its text in order
     */
    record Paragraph(Tone tone, List<Run> runs) implements Block {
        /** How loud it speaks. */
        public enum Tone {
            /** Running text. */
            BODY,
            /** A sentence that stands out and stays with what follows. */
            LEAD,
            /** A remark, smaller and greyer. */
            NOTE
        }

        /** A paragraph of plain text; line ends stay. */
        public static Paragraph of(Tone tone, String text) {
            return new Paragraph(tone, List.of(Run.of(text)));
        }

        /** Running text. */
        public static Paragraph of(String text) {
            return of(Tone.BODY, text);
        }

        /** The text without its emphasis. */
        public String text() {
            return String.join("", runs.stream().map(Run::text).toList());
        }
    }

    /**
     * A list.
     *
     * @param first number of the first item, null where items have a bullet
     * @param items each with its paragraphs and lists below
     */
    record Bullets(@Nullable Integer first, List<List<Block>> items) implements Block {}

    /**
     * A table; its head is repeated on each page.
     *
     * @param name what it holds, for those who do not see it
     * @param columns at least one, their shares make 100
     * @param rows at least one, each with a cell for each column
     */
    record Table(String name, List<Column> columns, List<List<Cell>> rows) implements Block {
        /** @throws IllegalArgumentException if there is no row, one has another number of cells, or the shares do not make 100 */
        public Table {
            int width = columns.size();
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("there is nothing below the head of " + name);
            }
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row is not as long as the head of " + name);
            }
            if (columns.stream().mapToInt(Column::share).sum() != 100) {
                throw new IllegalArgumentException("the columns do not fill the width of " + name);
            }
            name = Signs.printable(name);
        }
    }

    /**
     * A column.
     *
     * @param share of the width of the table, in percent
     * @param number whether it holds numbers, which stand on the right and are reckoned with in Excel
     */
    record Column(String name, int share, boolean number) {
        /** A column of words. */
        public Column(String name, int share) {
            this(name, share, false);
        }

        /** A column of numbers. */
        public static Column number(String name, int share) {
            return new Column(name, share, true);
        }
    }

    /**
     * A cell.
     *
     * @param paragraphs none where the cell is empty
     */
    record Cell(List<Paragraph> paragraphs) {
        /** A cell with this text, empty for an empty one. */
        public static Cell of(String text) {
            return new Cell(text.isEmpty() ? List.of() : List.of(Paragraph.of(text)));
        }

        /** The text of all paragraphs, one a line. */
        public String text() {
            return String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        }
    }

    /**
     * A picture; what it shows stands in a table or text beside it, too.
     *
     * @param svg of our own making, never what people typed
     * @param alternative what it shows, for those who do not see it
     */
    record Picture(String svg, String alternative) implements Block {
        /** @throws IllegalArgumentException if nobody who does not see it would know what it shows */
        public Picture {
            if (alternative.isBlank()) {
                throw new IllegalArgumentException("a picture needs words");
            }
            alternative = Signs.printable(alternative);
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}
}
