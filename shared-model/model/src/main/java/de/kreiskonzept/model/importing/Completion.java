package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes an outline of a finished tree. */
final class Completion {
    private static final int WORDS_TO_COMPARE = 400;
    private static final Pattern OTHER_KIND =
            Pattern.compile("\\b[Dd]iese[mrs]? (Handlungsfeld|Querschnittsthema)(?:s|es)?\\b");

    private final List<Deviation> deviations;
    private final List<LeftOut> leftOut;

    Completion(List<Deviation> deviations, List<LeftOut> leftOut) {
        this.deviations = deviations;
        this.leftOut = leftOut;
    }

    ConceptOutline outline(String title, Draft.Section root) {
        var texts = new ArrayList<OutlineText>();
        root.blocks.forEach(block -> texts.addAll(texts(block, Vocabulary.PREFACE)));
        return new ConceptOutline(
                title,
                StatedNumbers.in(root.blocks),
                texts,
                root.sections.stream().map(this::section).toList());
    }

    private void report(int line, DeviationKind kind, CharSequence excerpt) {
        deviations.add(new Deviation(line, kind, excerpt.toString()));
    }

    private void leaveOut(int line, DeviationKind kind, String text) {
        report(line, kind, text);
        leftOut.add(new LeftOut(line, kind, text));
    }

    private OutlineSection section(Draft.Section draft) {
        String whole = longNumber(draft.number) + name(draft);
        String name = whole.substring(0, Math.min(whole.length(), TextLimits.NAME));
        StatedCounts stated = StatedNumbers.in(draft.blocks);
        compareWording(draft);
        boolean summarised = draft.blocks.stream().anyMatch(block -> block.name.isEmpty());
        var texts = new ArrayList<>(BlockNames.pieces(Vocabulary.FURTHER, whole.substring(name.length()), draft.line));
        for (Draft.Block block : draft.blocks) {
            texts.addAll(texts(block, summarised ? Vocabulary.INTRODUCTION : Vocabulary.FURTHER));
        }
        List<OutlineGoal> goals =
                draft.goals.stream().flatMap(goal -> goal(goal, texts)).toList();
        return new OutlineSection(
                draft.kind,
                shortNumber(draft.number),
                name,
                draft.line,
                stated,
                texts,
                draft.sections.stream().map(this::section).toList(),
                goals);
    }

    private String name(Draft.Section draft) {
        String name = Spelling.normalCase(draft.heading, words(draft));
        boolean corrected = !name.toLowerCase(Locale.GERMAN).equals(draft.heading.toLowerCase(Locale.GERMAN));
        if (draft.misspelt || corrected) {
            report(draft.line, DeviationKind.MISSPELT_HEADING, draft.source + " → " + name);
        }
        return name;
    }

    private static List<String> words(Draft.Section draft) {
        return draft.blocks.stream()
                .filter(block -> block.name.isEmpty())
                .flatMap(block -> block.paragraphs.stream())
                .limit(WORDS_TO_COMPARE)
                .flatMap(paragraph -> Stream.of(paragraph
                        .text
                        .substring(0, Math.min(paragraph.text.length(), TextLimits.TEXT))
                        .split(" ", WORDS_TO_COMPARE)))
                .limit(WORDS_TO_COMPARE)
                .map(Completion::bare)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && "„“\"(".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ",.;:!?)“\"".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    private void compareWording(Draft.Section draft) {
        if (draft.kind == SectionKind.OTHER) {
            return;
        }
        for (Draft.Block block : draft.blocks) {
            for (Draft.Paragraph paragraph : block.paragraphs) {
                Matcher other = OTHER_KIND.matcher(paragraph.text);
                while (other.find()) {
                    Vocabulary.sectionWord(other.group(1))
                            .filter(word -> word.kind() != draft.kind)
                            .ifPresent(word -> report(
                                    paragraph.line,
                                    DeviationKind.WORDING_DIFFERS,
                                    draft.heading + ": "
                                            + paragraph.text.substring(
                                                    other.start(),
                                                    Math.min(paragraph.text.length(), other.start() + 80))));
                }
            }
        }
    }

    private List<OutlineText> texts(Draft.Block block, String nameWithoutHeading) {
        if (block.paragraphs.isEmpty()) {
            leaveOut(block.line, DeviationKind.HEADING_WITHOUT_TEXT, (block.number + " " + block.name).strip());
            return List.of();
        }
        return BlockNames.texts(block, nameWithoutHeading);
    }

    /** The goal; without text nothing, but what stands below it goes up. */
    private Stream<OutlineGoal> goal(Draft.Goal draft, List<OutlineText> texts) {
        List<OutlineGoal> below =
                draft.goals.stream().flatMap(goal -> goal(goal, texts)).toList();
        List<OutlineMeasure> measures = measures(draft, texts);
        String text = withoutRemark(draft, texts);
        if (text.isEmpty()) {
            if (measures.isEmpty()) {
                leaveOut(draft.line, DeviationKind.EMPTY_ITEM, draft.number);
                return below.stream();
            }
            report(draft.line, DeviationKind.EMPTY_ITEM, draft.number);
            text = draft.number.isEmpty() ? Vocabulary.NAMELESS : draft.number;
        }
        String kept = limited(longNumber(draft.number) + text, draft.line, texts);
        return Stream.of(new OutlineGoal(draft.kind, shortNumber(draft.number), kept, draft.line, below, measures));
    }

    private List<OutlineMeasure> measures(Draft.Goal goal, List<OutlineText> texts) {
        var measures = new ArrayList<OutlineMeasure>();
        for (Draft.Measure draft : goal.measures) {
            String text = draft.text.toString().strip();
            if (text.isEmpty()) {
                leaveOut(draft.line, DeviationKind.EMPTY_ITEM, draft.number);
            } else {
                measures.add(new OutlineMeasure(
                        shortNumber(draft.number),
                        limited(longNumber(draft.number) + text, draft.line, texts),
                        draft.line,
                        true,
                        TrafficLight.GREY,
                        null,
                        "",
                        draft.responsible,
                        ""));
            }
        }
        return measures;
    }

    /** A remark about counts is no part of an overall goal; it moves to a text block. */
    private String withoutRemark(Draft.Goal draft, List<OutlineText> texts) {
        String text = draft.text.toString().strip();
        int remark = draft.kind == GoalKind.OVERALL_GOAL ? StatedNumbers.sentenceAbout(text) : text.length();
        if (remark < text.length()) {
            String rest = text.substring(remark).strip();
            report(draft.line, DeviationKind.LEFT_OVER_TEXT, rest);
            texts.addAll(BlockNames.pieces(Vocabulary.LEFT_OVER, rest, draft.line));
        }
        return text.substring(0, remark).strip();
    }

    private String limited(String text, int line, List<OutlineText> texts) {
        if (text.length() <= TextLimits.TEXT) {
            return text;
        }
        List<OutlineText> pieces = BlockNames.pieces(Vocabulary.FURTHER, text, line);
        report(line, DeviationKind.TEXT_TOO_LONG, text);
        texts.addAll(pieces.subList(1, pieces.size()));
        return pieces.getFirst().text();
    }

    /** A number that is too long to be one goes before the text. */
    private static String longNumber(String number) {
        return number.length() > TextLimits.NUMBER ? number + " " : "";
    }

    private static String shortNumber(String number) {
        return Optional.of(number).filter(n -> n.length() <= TextLimits.NUMBER).orElse("");
    }
}
