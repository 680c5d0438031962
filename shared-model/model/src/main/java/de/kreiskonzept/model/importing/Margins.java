package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes away what belongs to the pages and not to the concept: table of contents, running headers, page numbers. */
final class Margins {
    private static final int FEWEST_ENTRIES = 3;
    private static final int FEWEST_REPEATS = 3;
    private static final int EDGE_LINES = 2;
    private static final int LONGEST_RUNNING_LINE = 200;
    private static final Set<String> CONTENTS_HEADINGS =
            Set.of("inhaltsverzeichnis", "inhalt", "inhaltsübersicht", "gliederung");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:Seite )?[0-9]{1,4}(?: ?-| ?[/|] ?[0-9]{1,4}| von [0-9]{1,4})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]++");

    private final List<SourceLine> lines;
    private final List<SourceLine> contents = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    /** Numbers of the lines at the upper and lower edges of pages. */
    private final Set<Integer> edges = new HashSet<>();

    private Margins(List<SourceLine> lines) {
        this.lines = lines;
    }

    /**
     * What is left.
     *
     * @param lines of the concept, blank ones included, headings in capitals over several lines joined
     * @param contents entries of the table of contents
     */
    record Body(List<SourceLine> lines, List<SourceLine> contents, List<Deviation> deviations, List<LeftOut> leftOut) {}

    /**
     * Strips the margins.
     *
     * @param breaks numbers of the lines in which a page begins, as far as the text says it
     */
    static Body strip(List<SourceLine> lines, List<Integer> breaks) {
        var margins = new Margins(lines);
        List<SourceLine> body = margins.withoutContents();
        body = margins.without(
                body,
                DeviationKind.WORDLESS_LINE,
                1,
                body.stream().filter(line -> !line.blank() && line.wordless()).toList());
        body = margins.withoutPageNumbers(body);
        margins.findEdges(body, breaks);
        body = margins.withoutRunningLines(body);
        return new Body(joinedHeadings(body), margins.contents, margins.deviations, margins.leftOut);
    }

    /** The body without these lines, if they are enough to be left out; one deviation stands for all of them. */
    private List<SourceLine> without(List<SourceLine> body, DeviationKind why, int fewest, List<SourceLine> unwanted) {
        if (unwanted.size() < fewest) {
            return body;
        }
        SourceLine first = unwanted.getFirst();
        deviations.add(new Deviation(first.number(), why, first.text() + " (× " + unwanted.size() + ")"));
        unwanted.forEach(line -> leftOut.add(LeftOut.of(line, why)));
        Set<Integer> numbers = unwanted.stream().map(SourceLine::number).collect(Collectors.toSet());
        return body.stream().filter(line -> !numbers.contains(line.number())).toList();
    }

    private void findEdges(List<SourceLine> body, List<Integer> breaks) {
        List<SourceLine> words = body.stream().filter(line -> !line.blank()).toList();
        int next = 0;
        for (int start : breaks) {
            while (next < words.size() && words.get(next).number() < start) {
                next++;
            }
            words.subList(Math.max(0, next - EDGE_LINES), Math.min(words.size(), next + EDGE_LINES))
                    .forEach(line -> edges.add(line.number()));
        }
    }

    private List<SourceLine> withoutContents() {
        var kept = new ArrayList<SourceLine>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            boolean heading = CONTENTS_HEADINGS.contains(lines.get(i).text().toLowerCase(Locale.GERMAN));
            int first = heading ? nextWords(i + 1) : i;
            int end = endOfEntries(first);
            List<SourceLine> entries = lines.subList(Math.min(first, end), end).stream()
                    .filter(line -> !line.entry().isEmpty())
                    .toList();
            if (entries.size() >= (heading ? 1 : FEWEST_ENTRIES)) {
                contents.addAll(entries);
                lines.subList(i, end).stream()
                        .filter(line -> !line.blank())
                        .forEach(line -> leftOut.add(LeftOut.of(line, DeviationKind.TABLE_OF_CONTENTS)));
                deviations.add(new Deviation(
                        lines.get(i).number(),
                        DeviationKind.TABLE_OF_CONTENTS,
                        lines.get(i).text()));
                i = end;
            } else {
                int next = Math.max(i + 1, heading ? i + 1 : end);
                kept.addAll(lines.subList(i, next));
                i = next;
            }
        }
        return kept;
    }

    private int nextWords(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).blank()) {
            i++;
        }
        return i;
    }

    /** Behind the last of a row of entries, blank lines between them allowed; {@code from} itself where there is none. */
    private int endOfEntries(int from) {
        int end = from;
        for (int i = from;
                i < lines.size()
                        && (lines.get(i).blank() || !lines.get(i).entry().isEmpty());
                i++) {
            if (lines.get(i).blank() && end == from) {
                return from;
            }
            end = lines.get(i).blank() ? end : i + 1;
        }
        return end;
    }

    private List<SourceLine> withoutPageNumbers(List<SourceLine> body) {
        List<SourceLine> numbers = body.stream()
                .filter(line ->
                        line.level() == 0 && PAGE_NUMBER.matcher(line.text()).matches())
                .toList();
        return without(body, DeviationKind.PAGE_NUMBERS, 2, numbers);
    }

    private List<SourceLine> withoutRunningLines(List<SourceLine> body) {
        Map<String, List<SourceLine>> repeated = new LinkedHashMap<>();
        body.stream()
                .filter(Margins::mayRun)
                .forEach(line -> repeated.computeIfAbsent(key(line.text()), key -> new ArrayList<>())
                        .add(line));
        int firstHeading = firstHeading(body);
        var dropped = new HashMap<Integer, SourceLine>();
        repeated.forEach((key, same) -> {
            SourceLine first = same.getFirst();
            boolean onPages = first.number() < firstHeading
                    || key.contains("seite #")
                    || same.stream().allMatch(line -> edges.contains(line.number()));
            if (same.size() >= FEWEST_REPEATS && onPages && isNoMark(first)) {
                same.forEach(line -> dropped.put(line.number(), line));
                same.forEach(line -> leftOut.add(LeftOut.of(line, DeviationKind.RUNNING_LINE)));
                String excerpt = first.text() + " (× " + same.size() + ")";
                deviations.add(new Deviation(first.number(), DeviationKind.RUNNING_LINE, excerpt));
            }
        });
        return body.stream().filter(line -> !dropped.containsKey(line.number())).toList();
    }

    private static boolean mayRun(SourceLine line) {
        return !line.blank()
                && !line.bullet()
                && line.level() == 0
                && line.text().length() <= LONGEST_RUNNING_LINE;
    }

    private static String key(String text) {
        String lower = text.toLowerCase(Locale.GERMAN);
        return lower.contains("seite ") ? DIGITS.matcher(lower).replaceAll("#") : lower;
    }

    private static int firstHeading(List<SourceLine> body) {
        var before = SourceLine.NONE;
        for (SourceLine line : body) {
            if (Classifier.classify(line, before) instanceof Mark.SectionHeading) {
                return line.number();
            }
            before = line;
        }
        return Integer.MAX_VALUE;
    }

    private static boolean isNoMark(SourceLine line) {
        return switch (Classifier.classify(line, SourceLine.NONE)) {
            case Mark.Words words -> true;
            case Mark.TextHeading heading -> !heading.known();
            case Mark.Blank b -> false;
            case Mark.SectionHeading h -> false;
            case Mark.GoalListHeading h -> false;
            case Mark.MeasureListHeading h -> false;
            case Mark.GoalStart g -> false;
            case Mark.MeasureStart m -> false;
            case Mark.Item i -> false;
            case Mark.Responsible r -> false;
            case Mark.ExampleStart e -> false;
        };
    }

    private static List<SourceLine> joinedHeadings(List<SourceLine> body) {
        var joined = new ArrayList<SourceLine>(body.size());
        for (SourceLine line : body) {
            if (!joined.isEmpty() && continuesHeading(joined.getLast(), line)) {
                joined.set(joined.size() - 1, joined.getLast().joined(line));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean continuesHeading(SourceLine before, SourceLine line) {
        return line.number() == before.number() + 1
                && isCapitalHeading(before)
                && isCapitalHeading(line)
                && Classifier.classify(line, before) instanceof Mark.TextHeading;
    }

    private static boolean isCapitalHeading(SourceLine line) {
        return line.level() == 0 && !line.bullet() && Spelling.isCapitals(line.text());
    }
}
