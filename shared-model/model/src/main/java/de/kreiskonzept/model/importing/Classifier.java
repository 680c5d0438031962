package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what a line is, from the line and the one before it. All patterns are anchored and without nested repetition. */
final class Classifier {
    private static final int LONGEST_HEADING = 150;
    private static final int MOST_WORDS = 14;
    private static final int FULL_LINE = 60;
    private static final Set<String> VERBS = Set.of(
            "ist", "sind", "wird", "werden", "hat", "haben", "gibt", "soll", "sollen", "kann", "können", "wurde");

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("\\(?([0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}[a-z]?)(?:[.)] ?| (?=\\p{Lu})) *+");
    private static final Pattern ITEM_NUMBER = Pattern.compile(
            "\\(?([0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}[a-z]?(?=[.)])|[0-9]{1,3}[a-z](?= \\p{Lu})|[a-z](?=\\)))[.)]? *+");
    private static final Pattern FIRST_WORD = Pattern.compile("[\\p{L}]{1,40}+");
    private static final Pattern NUMBER = Pattern.compile(" ?(?:Nr\\.?"
            + " )?((?:[A-ZÄÖÜ]{1,2}[.]?)?[0-9]{1,3}[a-z]?(?:\\.[0-9]{1,3}[a-z]?){0,4}|[IVX]{1,5})(?![\\p{L}\\p{N}])");
    private static final Pattern OF_HOW_MANY = Pattern.compile(" von [0-9]{1,4}");
    private static final Pattern NAME_BEFORE_COLON = Pattern.compile("[\\p{L}&/-]{2,30}(?: [\\p{L}&/-]{1,30}){0,4}: ");
    private static final Pattern SEPARATOR = Pattern.compile(" ?[:.)–—-]++ *+");
    private static final Pattern RESPONSIBLE = Pattern.compile(
            "(?:Zuständig|Zuständigkeit|Verantwortlich|Verantwortung|Federführung|Federführend)(?:e|er)?+ ?: *+");
    private static final Pattern FIELD_AND_THEME =
            Pattern.compile("(?iu)(?:(?:Handlungs|Aktions|Themen)feld (?:und|&|/) Querschnitts(?:thema|aufgabe|bereich)"
                    + "|Querschnitts(?:thema|aufgabe|bereich) (?:und|&|/) (?:Handlungs|Aktions|Themen)feld)(?!\\p{L})");
    private static final Pattern EXAMPLE = Pattern.compile("Beispiel(?: [0-9]{1,3})?+ ?[:–-] *+");

    private Classifier() {}

    /** What each line is. */
    static List<Mark> classify(List<SourceLine> lines) {
        var marks = new ArrayList<Mark>(lines.size());
        var before = SourceLine.NONE;
        for (SourceLine line : lines) {
            marks.add(classify(line, before));
            before = line;
        }
        return marks;
    }

    /** What the line is; the line before it decides whether words that look like a heading go on with a sentence. */
    static Mark classify(SourceLine line, SourceLine before) {
        if (line.blank()) {
            return new Mark.Blank();
        }
        Matcher example = EXAMPLE.matcher(line.text());
        if (example.lookingAt() && isMarked(line.text().substring(example.end()))) {
            return new Mark.ExampleStart();
        }
        boolean goesOn = goesOn(line, before);
        return marked(line, goesOn).orElseGet(() -> unmarked(line, goesOn));
    }

    private static boolean isMarked(String text) {
        return marked(new SourceLine(0, text, 0, false, false, ""), false).isPresent();
    }

    /** Whether the line can only be the middle of a wrapped sentence. */
    private static boolean goesOn(SourceLine line, SourceLine before) {
        if (before.blank() || line.emphasised() || line.bullet() || before.emphasised()) {
            return false;
        }
        return before.text().length() >= FULL_LINE && !endsSentence(before.text());
    }

    private static boolean endsSentence(String text) {
        return !text.isEmpty() && ".:!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** A line with a word that says what it is. */
    private static Optional<Mark> marked(SourceLine line, boolean goesOn) {
        Matcher leading = LEADING_NUMBER.matcher(line.text());
        boolean numbered = leading.lookingAt();
        String text = numbered ? line.text().substring(leading.end()) : line.text();
        Matcher first = FIRST_WORD.matcher(text);
        if (goesOn || !first.lookingAt()) {
            return Optional.empty();
        }
        String before = numbered ? leading.group(1) : "";
        Matcher both = FIELD_AND_THEME.matcher(text);
        if (both.lookingAt() && !line.bullet()) {
            var behind = After.of(text.substring(both.end()), before);
            return section(line, behind, new Vocabulary.SectionWord(both.group(), SectionKind.FIELD_AND_THEME, 1));
        }
        String word = first.group();
        var after = After.of(text.substring(first.end()), before);
        Optional<GoalKind> goal = Vocabulary.goalKind(word);
        if (goal.isPresent()) {
            return after.beginsText(word.length() <= 2)
                    .map(rest -> new Mark.GoalStart(goal.get(), after.number, rest, !Vocabulary.isGoalWord(word)));
        }
        if (Vocabulary.nearMeasureWord(word)) {
            return after.beginsText(word.length() <= 2)
                    .map(rest -> new Mark.MeasureStart(after.number, rest, !Vocabulary.isMeasureWord(word)));
        }
        return line.bullet() ? Optional.empty() : section(line, word, after);
    }

    private static Optional<Mark> section(SourceLine line, String word, After after) {
        return Vocabulary.sectionWord(word)
                .filter(known -> known.word().equalsIgnoreCase(word) || !after.rest.isEmpty())
                .flatMap(known -> section(line, after, new Vocabulary.SectionWord(word, known.kind(), known.depth())));
    }

    private static Optional<Mark> section(SourceLine line, After after, Vocabulary.SectionWord known) {
        if (!after.isWord() || !isHeading(line, after)) {
            return Optional.empty();
        }
        String name = unquoted(after.rest);
        int depth = line.level() > 0 ? line.level() : known.depth() + dots(after.number);
        boolean misspelt = known.kind() != SectionKind.FIELD_AND_THEME && !Vocabulary.isSectionWord(known.word());
        return Optional.of(new Mark.SectionHeading(
                known.kind(), depth, after.number, name.isEmpty() ? line.text() : name, misspelt));
    }

    private static int dots(String number) {
        return (int) number.chars().filter(c -> c == '.').count();
    }

    private static boolean isHeading(SourceLine line, After after) {
        if (!shortEnough(line.text())) {
            return false;
        }
        if (line.emphasised()) {
            return true;
        }
        boolean sentence = Stream.of(after.rest.split(" ", -1)).anyMatch(VERBS::contains);
        char start = after.rest.isEmpty() ? 'A' : after.rest.charAt(0);
        return !sentence && !endsLikeText(line.text()) && (after.separated || !Character.isLowerCase(start));
    }

    private static boolean shortEnough(String text) {
        return text.length() <= LONGEST_HEADING
                && text.chars().filter(c -> c == ' ').count() < MOST_WORDS;
    }

    private static boolean endsLikeText(String text) {
        return ".,;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String unquoted(String text) {
        String name = text.strip();
        while (name.length() > 1 && "„“”\"'»«:".indexOf(name.charAt(0)) >= 0) {
            name = name.substring(1).strip();
        }
        while (name.length() > 1 && "„“”\"'»«:".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name;
    }

    private static Mark unmarked(SourceLine line, boolean goesOn) {
        String text = line.text();
        if (goesOn) {
            return new Mark.Words(text);
        }
        Matcher responsible = RESPONSIBLE.matcher(text);
        if (responsible.lookingAt() && responsible.end() < text.length()) {
            return new Mark.Responsible(text.substring(responsible.end()));
        }
        Matcher leading = LEADING_NUMBER.matcher(text);
        boolean numbered = leading.lookingAt() && leading.end() < text.length();
        return heading(line, numbered ? leading.group(1) : "", numbered ? text.substring(leading.end()) : text)
                .orElseGet(() -> item(line));
    }

    private static Mark item(SourceLine line) {
        String text = line.text();
        Matcher number = ITEM_NUMBER.matcher(text);
        boolean numbered = number.lookingAt() && number.end() < text.length();
        if (numbered) {
            return new Mark.Item(number.group(1), text.substring(number.end()));
        }
        return line.bullet() ? new Mark.Item("", text) : new Mark.Words(text);
    }

    private static Optional<Mark> heading(SourceLine line, String number, String words) {
        String plain =
                words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
        boolean apart = line.emphasised() && shortEnough(words) && !plain.isEmpty();
        if (line.bullet()) {
            return Optional.empty();
        }
        if (Vocabulary.isMeasureList(plain)) {
            return Optional.of(new Mark.MeasureListHeading());
        }
        Optional<GoalKind> goals = Vocabulary.goalList(plain);
        if (goals.isPresent()) {
            return Optional.of(new Mark.GoalListHeading(goals.get()));
        }
        if (Vocabulary.isTextHeading(plain) || apart) {
            return Optional.of(new Mark.TextHeading(number, plain, "", Vocabulary.isTextHeading(plain)));
        }
        int colon = words.indexOf(": ");
        return colon > 0 && colon < FULL_LINE && Vocabulary.isTextHeading(words.substring(0, colon))
                ? Optional.of(new Mark.TextHeading(number, words.substring(0, colon), words.substring(colon + 2), true))
                : Optional.empty();
    }

    /** What follows the word that says what a line is. */
    private record After(String number, boolean separated, String rest, boolean glued) {
        static After of(String text, String leadingNumber) {
            String number = leadingNumber;
            int at = 0;
            Matcher found = NUMBER.matcher(text);
            if (found.lookingAt()) {
                number = found.group(1);
                at = found.end();
                Matcher many = OF_HOW_MANY.matcher(text).region(at, text.length());
                at = many.lookingAt() ? many.end() : at;
            }
            boolean glued = at == 0 && !text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)));
            Matcher separator = SEPARATOR.matcher(text).region(at, text.length());
            boolean separated = separator.lookingAt();
            String rest = text.substring(separated ? separator.end() : at).strip();
            return new After(number, separated, rest, glued);
        }

        private boolean startsBig() {
            return !Character.isLowerCase(rest.charAt(0));
        }

        /** Whether a name and a colon come first, as in "Oberziel Sprache: ...". */
        private boolean named() {
            return NAME_BEFORE_COLON.matcher(rest).lookingAt();
        }

        /** Whether the word before stands alone and is no part of another such as "Kapitel-". */
        boolean isWord() {
            return !glued;
        }

        /** The text of a goal or measure, unless the word before is only part of a sentence; short words need a number. */
        Optional<String> beginsText(boolean needsNumber) {
            boolean plausible = needsNumber
                    ? !number.isEmpty() && separated
                    : separated || rest.isEmpty() || ((named() || !number.isEmpty()) && startsBig());
            return plausible && !glued ? Optional.of(rest) : Optional.empty();
        }
    }
}
