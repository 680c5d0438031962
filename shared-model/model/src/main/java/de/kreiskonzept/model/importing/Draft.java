package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree while lines are still being added; becomes an outline when the text has ended. */
final class Draft {
    private Draft() {}

    /** Something that words can be added to. */
    static class Words {
        final int line;
        final StringBuilder text = new StringBuilder();

        Words(int line, String text) {
            this.line = line;
            this.text.append(text);
        }

        /** Adds the words of the next line; a word broken at the line end is joined again. */
        void append(String words) {
            int last = text.length() - 1;
            boolean broken = last > 0 && text.charAt(last) == '-' && Character.isLetter(text.charAt(last - 1));
            if (broken && Character.isLowerCase(words.charAt(0)) && !words.matches("(?:und|oder|bzw\\.|sowie)\\b.*+")) {
                text.setLength(last);
            } else if (last >= 0 && !(broken && Character.isUpperCase(words.charAt(0)))) {
                text.append(' ');
            }
            text.append(words);
        }

        boolean ended() {
            return !text.isEmpty() && ".:!?;)“\"".indexOf(text.charAt(text.length() - 1)) >= 0;
        }
    }

    /** A section, or the concept as a whole. */
    static final class Section {
        final SectionKind kind;
        final int depth;
        final String number;
        final String heading;
        final boolean misspelt;
        /** The whole line of the heading. */
        final String source;

        final int line;
        /** Whether its depth comes from Markdown. */
        final boolean marked;

        final List<Block> blocks = new ArrayList<>();
        final List<Section> sections = new ArrayList<>();
        final Map<String, Section> byHeading = new HashMap<>();
        final List<Goal> goals = new ArrayList<>();

        Section(Mark.SectionHeading heading, SourceLine line) {
            this.kind = heading.kind();
            this.depth = heading.depth();
            this.number = heading.number();
            this.heading = heading.name();
            this.misspelt = heading.misspelt();
            this.source = line.text();
            this.line = line.number();
            this.marked = line.level() > 0;
        }
    }

    /** A goal. */
    static final class Goal extends Words {
        final GoalKind kind;
        final String number;
        final List<Goal> goals = new ArrayList<>();
        final List<Measure> measures = new ArrayList<>();

        Goal(int line, GoalKind kind, String number, String text) {
            super(line, text);
            this.kind = kind;
            this.number = number;
        }
    }

    /** A measure. */
    static final class Measure extends Words {
        final String number;
        String responsible = "";

        Measure(int line, String number, String text) {
            super(line, text);
            this.number = number;
        }
    }

    /** Paragraphs under one heading, or under none (empty name). */
    static final class Block {
        final int line;
        final String number;
        final String name;
        final boolean known;
        /** Of a Markdown heading, 0 for none. */
        final int level;

        final List<Paragraph> paragraphs = new ArrayList<>();

        Block(Mark.TextHeading heading, int line, int level) {
            this.line = line;
            this.number = heading.number();
            this.name = heading.name();
            this.known = heading.known();
            this.level = level;
        }

        /** Paragraphs that belong together without a heading in the source. */
        static Block named(String name, int line) {
            return new Block(new Mark.TextHeading("", name, "", true), line, 0);
        }
    }

    /** A paragraph or a list item. */
    static final class Paragraph extends Words {
        final boolean item;

        Paragraph(int line, String text, boolean item) {
            super(line, text);
            this.item = item;
        }
    }
}
