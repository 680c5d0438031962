package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.outline.ConceptOutline;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a concept from plain text or Markdown by the shape that such documents share: headings of sections, goals and measures
 * that begin with the word for them. Nothing is dropped silently: text without a place becomes a text block, and what is left
 * out is a {@link Deviation}. Time grows linearly with the length of the text.
 */
public final class ConceptTextParser {
    private static final int LINES_OF_TITLE_PAGE = 20;
    private static final Pattern TITLE =
            Pattern.compile("(?i)(?:konzept|integrationsplan|ampeldokument|aktionsplan|leitbild)");

    private ConceptTextParser() {}

    /**
     * Reads a file: UTF-8, or UTF-16 with a byte order mark.
     *
     * @return {@link ParsedConcept}, or {@link NotText} for binary or undecodable content
     */
    public static Reading read(byte[] file) {
        Charset charset = charset(file);
        var bytes = ByteBuffer.wrap(file);
        var decoder = charset.newDecoder();
        var chars = CharBuffer.allocate(file.length + 1);
        var result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            return new NotText(NotText.Why.UNDECODABLE, bytes.position());
        }
        return read(chars.flip().toString());
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
     * @return {@link ParsedConcept}, or {@link NotText} where the character NUL is in it
     */
    public static Reading read(String text) {
        int nul = text.indexOf('\0');
        return nul >= 0 ? new NotText(NotText.Why.NUL, nul) : parse(text);
    }

    private static ParsedConcept parse(String text) {
        List<SourceLine> lines = SourceText.lines(text);
        if (lines.stream().allMatch(SourceLine::blank)) {
            var empty = new ConceptOutline("", StatedCounts.NONE, List.of(), List.of());
            return new ParsedConcept(empty, List.of(new Deviation(0, DeviationKind.EMPTY_TEXT, "")));
        }
        Margins.Body body = Margins.strip(lines);
        SourceLine title = title(body.lines(), lines);
        var tree = new TreeBuilder();
        var before = SourceLine.NONE;
        for (SourceLine line : body.lines()) {
            if (line.number() != title.number()) {
                tree.take(line, Classifier.classify(line, before));
            }
            before = line;
        }
        var deviations = new ArrayList<Deviation>(body.deviations());
        deviations.addAll(tree.deviations);
        ConceptOutline outline = new Completion(deviations).outline(title.text(), tree.root());
        if (outline.sections().isEmpty()) {
            deviations.add(new Deviation(0, DeviationKind.NO_SECTION, ""));
        }
        new Review(deviations).check(outline, body.contents());
        deviations.sort(Comparator.comparingInt(Deviation::line));
        return new ParsedConcept(outline, deviations);
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
                .filter(line ->
                        TITLE.matcher(line.text()).find() && !line.text().endsWith(".") && isTitle(line))
                .findFirst()
                .orElse(SourceLine.NONE);
    }

    private static boolean isBlank(List<SourceLine> lines, int index) {
        return index < 0 || index >= lines.size() || lines.get(index).blank();
    }

    private static boolean isTitle(SourceLine line) {
        Mark mark = Classifier.classify(line, SourceLine.NONE);
        return line.text().length() <= TextLimits.NAME / 2
                && (mark instanceof Mark.TextHeading || mark instanceof Mark.Words);
    }
}
