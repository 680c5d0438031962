package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.chapter.ChapterHeadings;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.outline.ConceptOutline;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a concept from plain text or Markdown by the shape that such documents share: headings of sections, goals and measures
 * that begin with the word for them. Nothing is dropped silently: text without a place becomes a text block, and what is left
 * out is a {@link Deviation}. Time grows linearly with the length of the text.
 */
public final class ConceptTextParser {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LINES_OF_TITLE_PAGE = 20;
    private static final Pattern TITLE =
            Pattern.compile("(?i)(?:konzept|integrationsplan|ampeldokument|aktionsplan|leitbild)");

    private ConceptTextParser() {}

    /**
     * Reads a file; see {@link #decode}.
     *
     * @return {@link ParsedConcept}, or {@link NotText} for binary content
     */
    public static Reading read(byte[] file) {
        return decode(file).map(ConceptTextParser::read).orElseGet(NotText::new);
    }

    /**
     * The text of a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as older programs write it.
     *
     * @return without the byte order mark; empty where the file is no text, such as an image or an office document
     */
    public static Optional<String> decode(byte[] file) {
        Optional<String> text = decode(file, charset(file));
        return (text.isPresent() ? text : decode(file, WINDOWS))
                .map(decoded -> decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded)
                .filter(ConceptTextParser::isText);
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> c < ' ' && "\n\r\t\f\u000B\u001A".indexOf(c) < 0);
    }

    private static Charset charset(byte[] file) {
        if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        boolean bigEndian = file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF;
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /**
     * Reads a text.
     *
     * @return {@link ParsedConcept}, or {@link NotText} where control characters such as NUL are in it
     */
    public static Reading read(String text) {
        return isText(text) ? parse(text) : new NotText();
    }

    private static ParsedConcept parse(String text) {
        List<SourceLine> lines = SourceText.lines(text);
        if (lines.stream().allMatch(SourceLine::blank)) {
            var empty = new ConceptOutline("", StatedCounts.NONE, List.of(), List.of());
            return new ParsedConcept(empty, List.of(new Deviation(0, DeviationKind.EMPTY_TEXT, "")), List.of());
        }
        Margins.Body body = Margins.strip(lines, SourceText.pageBreaks(text));
        var deviations = new ArrayList<Deviation>(body.deviations());
        var leftOut = new ArrayList<LeftOut>(body.leftOut());
        SourceLine title = title(body.lines(), lines);
        List<SourceLine> rest = body.lines().stream()
                .map(line -> line.number() == title.number() ? SourceLine.blank(line.number()) : line)
                .toList();
        var tree = new TreeBuilder();
        List<Mark> marks = Classifier.classify(rest);
        Headings.find(rest, marks, deviations);
        for (int i = 0; i < marks.size(); i++) {
            tree.take(rest.get(i), marks.get(i));
        }
        deviations.addAll(tree.deviations);
        leftOut.addAll(tree.leftOut);
        ConceptOutline outline =
                ChapterHeadings.apply(new Completion(deviations, leftOut).outline(title.text(), tree.root()));
        if (outline.sections().isEmpty()) {
            deviations.add(new Deviation(0, DeviationKind.NO_SECTION, ""));
        }
        new Review(deviations).check(outline, body.contents());
        deviations.sort(Comparator.comparingInt(Deviation::line));
        deviations.replaceAll(found -> found.kind() == DeviationKind.EMPTY_ITEM
                ? new Deviation(
                        found.line(), found.kind(), lines.get(found.line() - 1).text())
                : found);
        leftOut.replaceAll(found ->
                found.why() == DeviationKind.EMPTY_ITEM ? LeftOut.of(lines.get(found.line() - 1), found.why()) : found);
        leftOut.sort(Comparator.comparingInt(LeftOut::line));
        return new ParsedConcept(outline, deviations, leftOut);
    }

    /** The single Markdown heading of the first level, or a line of the title page that stands alone and names a concept. */
    private static SourceLine title(List<SourceLine> body, List<SourceLine> lines) {
        List<SourceLine> top =
                body.stream().filter(line -> line.level() == 1).limit(2).toList();
        if (top.size() == 1 && isTitle(top.getFirst())) {
            return top.getFirst();
        }
        return IntStream.range(0, Math.min(lines.size(), LINES_OF_TITLE_PAGE))
                .filter(i -> isBlank(lines, i - 1) && isBlank(lines, i + 1))
                .mapToObj(lines::get)
                .filter(line -> TITLE.matcher(line.text()).find() && isTitle(line))
                .findFirst()
                .orElse(SourceLine.NONE);
    }

    private static boolean isBlank(List<SourceLine> lines, int index) {
        return index < 0 || index >= lines.size() || lines.get(index).blank();
    }

    private static boolean isTitle(SourceLine line) {
        Mark mark = Classifier.classify(line, SourceLine.NONE);
        String text = line.text();
        return text.length() <= TextLimits.NAME / 2
                && !Character.isLowerCase(text.charAt(0))
                && ".-,;:".indexOf(text.charAt(text.length() - 1)) < 0
                && (mark instanceof Mark.TextHeading || mark instanceof Mark.Words);
    }
}
