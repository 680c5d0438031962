package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree while rows are still being added. */
final class Branches {
    static final String NAMELESS = "Ohne Überschrift";
    static final String FURTHER = "Weitere Angaben";

    private Branches() {}

    /** A section. */
    static final class OfSection {
        final SectionKind kind;
        final Label label;
        final int line;
        final List<OutlineText> texts = new ArrayList<>();
        final Map<String, OfSection> sections = new LinkedHashMap<>();
        final Map<String, OfGoal> goals = new LinkedHashMap<>();

        OfSection(SectionKind kind, Label label, int line) {
            this.kind = kind;
            this.label = label;
            this.line = line;
        }

        /** Adds further words, in pieces no longer than a text may be. */
        void further(String words, int from) {
            for (int i = 0; i < words.length(); i += TextLimits.TEXT) {
                String piece = words.substring(i, Math.min(words.length(), i + TextLimits.TEXT))
                        .strip();
                if (!piece.isEmpty()) {
                    texts.add(new OutlineText(FURTHER, piece, from));
                }
            }
        }

        OutlineSection outline() {
            return new OutlineSection(
                    kind,
                    label.number(),
                    label.text(),
                    line,
                    StatedCounts.NONE,
                    texts,
                    sections.values().stream().map(OfSection::outline).toList(),
                    outlines(goals.values()));
        }
    }

    /** A goal. */
    static final class OfGoal {
        final GoalKind kind;
        final Label label;
        final int line;
        final Map<String, OfGoal> goals = new LinkedHashMap<>();
        final Map<String, OutlineMeasure> byKey = new LinkedHashMap<>();
        final List<OutlineMeasure> measures = new ArrayList<>();

        OfGoal(GoalKind kind, Label label, int line) {
            this.kind = kind;
            this.label = label;
            this.line = line;
        }

        OutlineGoal outline() {
            return new OutlineGoal(kind, label.number(), label.text(), line, outlines(goals.values()), measures);
        }
    }

    private static List<OutlineGoal> outlines(Collection<OfGoal> goals) {
        return goals.stream().map(OfGoal::outline).toList();
    }
}
