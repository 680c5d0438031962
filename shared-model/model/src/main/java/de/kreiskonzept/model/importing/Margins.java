package de.kreiskonzept.model.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes away what belongs to the pages and not to the concept: table of contents, running headers, page numbers. */
final class Margins {
    private static final int FEWEST_ENTRIES = 3;
    private static final int FEWEST_REPEATS = 3;
    private static final int LONGEST_RUNNING_LINE = 200;
    private static final Set<String> CONTENTS_HEADINGS =
            Set.of("inhaltsverzeichnis", "inhalt", "inhaltsübersicht", "gliederung");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:Seite )?[0-9]{1,4}(?: ?-| ?[/|] ?[0-9]{1,4}| von [0-9]{1,4})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]++");

    private final List<SourceLine> lines;
    private final List<SourceLine> contents = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();

    private Margins(List<SourceLine> lines) {
        this.lines = lines;
    }

    /**
     * What is left.
     *
     * @param lines of the concept, blank ones included, headings in capitals over several lines joined
     * @param contents entries of the table of contents
     */
    record Body(List<SourceLine> lines, List<SourceLine> contents, List<Deviation> deviations) {}

    static Body strip(List<SourceLine> lines) {
        var margins = new Margins(lines);
        List<SourceLine> body = margins.withoutContents();
        body = margins.withoutPageNumbers(body);
        body = margins.withoutRunningLines(body);
        return new Body(joinedHeadings(body), margins.contents, margins.deviations);
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
        if (numbers.size() < 2) {
            return body;
        }
        SourceLine first = numbers.getFirst();
        deviations.add(new Deviation(
                first.number(), DeviationKind.PAGE_NUMBERS, first.text() + " (× " + numbers.size() + ")"));
        var dropped = new HashSet<>(numbers);
        return body.stream().filter(line -> !dropped.contains(line)).toList();
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
            boolean onPages = first.number() < firstHeading || key.contains("seite #");
            if (same.size() >= FEWEST_REPEATS && onPages && isNoMark(first)) {
                same.forEach(line -> dropped.put(line.number(), line));
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
