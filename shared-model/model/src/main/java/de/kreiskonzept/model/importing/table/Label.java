package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextLimits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a section, goal or measure in a cell, without the word for what it is and its number.
 *
 * @param word in lower case, empty where there is none
 * @param number empty where there is none
 * @param text not empty where the cell is not
 */
record Label(String word, String number, String text) {
    private static final Pattern WORD = Pattern.compile(
            "(?iu)(handlungsfeld und querschnittsthema|handlungsfeld|aktionsfeld|themenfeld|querschnittsthema"
                    + "|querschnittsaufgabe|querschnittsbereich|kapitel|unterkapitel|säule|abschnitt|oberziel|leitziel|hauptziel"
                    + "|unterziel|teilziel|ziel|einzelmaßnahme|maßnahme|massnahme)(?:\\s+(?:nr\\.\\s*)?|(?=\\s*:))");
    private static final Pattern MARKED = Pattern.compile(
            "([0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}[a-z]?|[IVX]{1,5}|[A-Z](?:[0-9]{1,3}(?:\\.[0-9]{1,3}){0,4})?)\\s*(?:[.:)]|\\s[–-])\\s*(?=\\S)");
    private static final Pattern STEPPED = Pattern.compile("([A-Z]?[0-9]{1,3}(?:\\.[0-9]{1,3}){1,4}[a-z]?)\\s+(?=\\S)");
    private static final Pattern AFTER_WORD = Pattern.compile("([0-9]{1,3}[a-z]?)\\s+(?=\\S)");

    /** The label of a cell. */
    static Label of(String cell) {
        String text = cell.replaceAll("\\s+", " ").strip();
        Matcher word = WORD.matcher(text);
        boolean named = word.lookingAt() && word.end() < text.length();
        String rest = (named ? text.substring(word.end()) : text).strip();
        Optional<Matcher> number = Stream.of(MARKED, STEPPED, AFTER_WORD)
                .filter(pattern -> named || pattern != AFTER_WORD)
                .map(pattern -> pattern.matcher(rest))
                .filter(Matcher::lookingAt)
                .findFirst();
        String behind = number.map(found -> rest.substring(found.end())).orElse(rest);
        String words = behind.replaceFirst("^[:–-]\\s*", "");
        return words.isEmpty()
                ? new Label("", "", text)
                : new Label(
                        named ? word.group(1).toLowerCase(Locale.GERMAN) : "",
                        number.map(found -> found.group(1)).orElse(""),
                        words);
    }

    /** The same with the number of another cell; a number that is too long to be one goes before the text. */
    Label numbered(String other) {
        if (other.isEmpty()) {
            return this;
        }
        String clean = other.replaceAll("\\s+", " ").replaceFirst("(?<=\\w)[.:)]$", "");
        return clean.length() > TextLimits.NUMBER
                ? new Label(word, "", clean + " " + text)
                : new Label(word, clean, text);
    }

    Optional<SectionKind> sectionKind() {
        return switch (word) {
            case "handlungsfeld und querschnittsthema" -> Optional.of(SectionKind.FIELD_AND_THEME);
            case "handlungsfeld", "aktionsfeld", "themenfeld" -> Optional.of(SectionKind.FIELD_OF_ACTION);
            case "querschnittsthema", "querschnittsaufgabe", "querschnittsbereich" ->
                Optional.of(SectionKind.CROSS_CUTTING_THEME);
            case "kapitel", "unterkapitel", "säule", "abschnitt" -> Optional.of(SectionKind.OTHER);
            default -> Optional.empty();
        };
    }

    Optional<GoalKind> goalKind() {
        return switch (word) {
            case "oberziel", "leitziel", "hauptziel" -> Optional.of(GoalKind.OVERALL_GOAL);
            case "unterziel", "teilziel" -> Optional.of(GoalKind.SUB_GOAL);
            default -> Optional.empty();
        };
    }

    String key() {
        return number + "\t" + text.toLowerCase(Locale.GERMAN);
    }
}
