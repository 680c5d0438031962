package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** What is written in one of several styles is read back as the same tree. */
class RoundTripTest {
    private static final List<String> NAMES =
            List.of("Sprache", "Arbeit", "Wohnen und Umfeld", "Kultur & Freizeit", "Ämter", "Bildung für alle");

    /** How a document is written. */
    enum Style {
        PLAIN,
        CAPITALS,
        MARKDOWN,
        BULLETS,
        WINDOWS
    }

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("outlines") ConceptOutline outline, @ForAll Style style) {
        var parsed = (ParsedConcept) ConceptTextParser.read(written(outline, style));
        assertThat(tree(parsed.outline())).isEqualTo(tree(outline));
    }

    @Property(tries = 300)
    void readsAnyTextWithoutFailing(@ForAll @StringLength(max = 300) String text) {
        assertThat(ConceptTextParser.read(text)).isNotNull();
    }

    @Provide
    Arbitrary<ConceptOutline> outlines() {
        return Arbitraries.of(NAMES)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5)
                .flatMap(names -> Combinators.combine(
                                names.stream().map(RoundTripTest::sections).toList())
                        .as(sections -> new ConceptOutline("", StatedCounts.NONE, List.of(), sections)));
    }

    private static Arbitrary<OutlineSection> sections(String name) {
        return Combinators.combine(
                        Arbitraries.of(SectionKind.FIELD_OF_ACTION, SectionKind.CROSS_CUTTING_THEME),
                        goals().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as((kind, goals, withOverall) -> {
                    List<OutlineGoal> numbered = new ArrayList<>();
                    for (int i = 0; i < goals.size(); i++) {
                        OutlineGoal goal = goals.get(i);
                        numbered.add(new OutlineGoal(
                                GoalKind.SUB_GOAL, "" + (i + 1), goal.text(), 0, List.of(), goal.measures()));
                    }
                    List<OutlineGoal> top = withOverall
                            ? List.of(new OutlineGoal(
                                    GoalKind.OVERALL_GOAL, "", "Alles wird " + name + ".", 0, numbered, List.of()))
                            : numbered;
                    return new OutlineSection(kind, "", name, 0, StatedCounts.NONE, List.of(), List.of(), top);
                });
    }

    private static Arbitrary<OutlineGoal> goals() {
        return Combinators.combine(sentences(), sentences().list().ofMaxSize(3)).as((text, measures) -> {
            List<OutlineMeasure> numbered = new ArrayList<>();
            for (String measure : measures) {
                numbered.add(OutlineMeasure.unassessed("1" + (char) ('a' + numbered.size()), measure, 0));
            }
            return new OutlineGoal(GoalKind.SUB_GOAL, "", text, 0, List.of(), numbered);
        });
    }

    private static Arbitrary<String> sentences() {
        return Arbitraries.of(
                        "Kurse",
                        "Menschen",
                        "lernen",
                        "und",
                        "arbeiten",
                        "gemeinsam",
                        "z.B.",
                        "2025",
                        "Straße",
                        "(neu)")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> "Die " + String.join(" ", words) + ".");
    }

    private static String written(ConceptOutline outline, Style style) {
        var text = new StringBuilder();
        for (OutlineSection section : outline.sections()) {
            String heading = (section.kind() == SectionKind.FIELD_OF_ACTION ? "Handlungsfeld " : "Querschnittsthema ")
                    + section.name();
            text.append(
                    switch (style) {
                        case CAPITALS -> capitals(heading) + "\n\nEs geht um " + section.name() + ".\n\n";
                        case MARKDOWN -> "## " + heading + "\n\n";
                        case PLAIN, BULLETS, WINDOWS -> heading + "\n\n";
                    });
            section.goals().forEach(goal -> write(goal, style, text));
        }
        return style == Style.WINDOWS ? "\uFEFF" + text.toString().replace("\n", "\r\n") : text.toString();
    }

    private static String capitals(String heading) {
        return heading.toUpperCase(Locale.GERMAN);
    }

    private static void write(OutlineGoal goal, Style style, StringBuilder text) {
        String word = goal.kind() == GoalKind.OVERALL_GOAL ? "Oberziel" : "Unterziel " + goal.number();
        text.append(
                switch (style) {
                    case PLAIN, CAPITALS -> word + ": " + goal.text() + "\n\n";
                    case MARKDOWN -> "### " + word + "\n\n" + goal.text() + "\n\n";
                    case BULLETS -> "- **" + word + ":** " + goal.text() + "\n";
                    case WINDOWS -> word + ":\n" + wrapped(goal.text()) + "\n";
                });
        for (OutlineMeasure measure : goal.measures()) {
            text.append(style == Style.BULLETS ? "  - Maßnahme " : "Maßnahme ")
                    .append(measure.number())
                    .append(": ")
                    .append(style == Style.WINDOWS ? wrapped(measure.text()) : measure.text())
                    .append("\n");
        }
        goal.goals().forEach(below -> write(below, style, text));
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{70,80}) (?!\\d)", "$1\n");
    }

    private static String tree(ConceptOutline outline) {
        var tree = new StringBuilder();
        for (OutlineSection section : outline.sections()) {
            tree.append(section.kind()).append(' ').append(section.name()).append('\n');
            section.goals().forEach(goal -> tree(goal, " ", tree));
        }
        return tree.toString();
    }

    private static void tree(OutlineGoal goal, String indent, StringBuilder tree) {
        tree.append(indent)
                .append(goal.kind())
                .append(goal.number())
                .append(goal.text())
                .append('\n');
        goal.measures()
                .forEach(measure -> tree.append(indent)
                        .append(" M")
                        .append(measure.number())
                        .append(measure.text())
                        .append('\n'));
        goal.goals().forEach(below -> tree(below, indent + " ", tree));
    }
}
