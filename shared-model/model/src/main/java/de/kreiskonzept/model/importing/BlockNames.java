package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the paragraphs of a section that have no heading by the order of an Ampeldokument, and puts paragraphs together. */
final class BlockNames {
    private static final Pattern NOT_PURSUED =
            Pattern.compile("nicht (?:weiter ?verfolgt|umgesetzt|realisiert|notwendig|erforderlich|sinnvoll|möglich)"
                    + "|noch nicht umgesetzt|(?:kein|keine|keinen|keinerlei) (?:Bedarf|Bedarfe|Interesse|Wunsch)");

    private BlockNames() {}

    /** Text blocks of a section or, without a summary, of any other part. */
    static List<OutlineText> texts(Draft.Block block, String nameWithoutHeading) {
        if (!block.name.isEmpty()) {
            String name = (block.number + " " + Spelling.normalCase(block.name, List.of())).strip();
            if (name.length() > TextLimits.NAME) {
                return Stream.concat(
                                pieces(Vocabulary.FURTHER, name, block.line).stream(),
                                joined(Vocabulary.FURTHER, block.paragraphs).stream())
                        .toList();
            }
            return joined(name, block.paragraphs);
        }
        if (!StatedNumbers.bothIn(block.paragraphs.getFirst().text)) {
            return joined(nameWithoutHeading, block.paragraphs);
        }
        Map<String, List<Draft.Paragraph>> named = new LinkedHashMap<>();
        boolean listSeen = false;
        for (int i = 0; i < block.paragraphs.size(); i++) {
            Draft.Paragraph paragraph = block.paragraphs.get(i);
            listSeen |= paragraph.item;
            named.computeIfAbsent(name(paragraph, i, listSeen), name -> new ArrayList<>())
                    .add(paragraph);
        }
        var texts = new ArrayList<OutlineText>();
        named.forEach((name, paragraphs) -> texts.addAll(joined(name, paragraphs)));
        return texts;
    }

    /** First the summary, then the narrative, then the list of highlights; what comes later was not pursued or is planned. */
    private static String name(Draft.Paragraph paragraph, int index, boolean listSeen) {
        if (index == 0) {
            return Vocabulary.SUMMARY;
        }
        if (paragraph.item) {
            return Vocabulary.HIGHLIGHTS;
        }
        boolean notPursued = index > 1 && NOT_PURSUED.matcher(paragraph.text).find();
        if (notPursued) {
            return Vocabulary.NOT_PURSUED;
        }
        return listSeen ? Vocabulary.OUTLOOK : Vocabulary.PROGRESS;
    }

    private static List<OutlineText> joined(String name, List<Draft.Paragraph> paragraphs) {
        var text = new StringBuilder();
        boolean listBefore = false;
        for (Draft.Paragraph paragraph : paragraphs) {
            if (!text.isEmpty()) {
                text.append(paragraph.item && listBefore ? "\n" : "\n\n");
            }
            text.append(paragraph.item ? "- " : "").append(paragraph.text);
            listBefore = paragraph.item;
        }
        return pieces(name, text.toString(), paragraphs.getFirst().line);
    }

    /** One text block, or several where the text is longer than one may be. */
    static List<OutlineText> pieces(String name, String text, int line) {
        var pieces = new ArrayList<OutlineText>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + TextLimits.TEXT);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            String piece = text.substring(from, to).strip();
            if (!piece.isEmpty()) {
                pieces.add(new OutlineText(name, piece, line));
            }
            from = to;
        }
        return pieces;
    }
}
