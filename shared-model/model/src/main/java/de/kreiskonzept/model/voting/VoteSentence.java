package de.kreiskonzept.model.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence of minutes says about a vote, as a proposal that a person confirms. Nothing is guessed: a number that the sentence does
 * not hold stays unknown.
 *
 * @param votes numbers that the sentence names
 * @param result what it says was decided; {@link Result#NONE} where it does not
 * @param against who is named behind the votes against, such as a faction; maybe empty
 */
public record VoteSentence(Votes votes, Result result, List<String> against) {
    private static final String NUMBER =
            "(\\d{1,3}|keine[rn]?|ein(?:e[rm]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|ohne)";
    private static final String STOP = "(?![\\p{L}\\d])";
    private static final Pattern YES = number("ja(?:[ -]?stimmen?)?|dafür");
    private static final Pattern NO = number("nein(?:[ -]?stimmen?)?|gegenstimmen?|dagegen");
    private static final Pattern ABSTAINED = number("(?:stimm)?enthaltung(?:en)?");
    private static final Pattern BIASED = number("befangen(?:e[nr]?|heiten?)?");
    private static final Pattern PRESENT = number("(?:stimmberechtigten? )?anwesend(?:e[nr]?)?");
    private static final Pattern AGAINST_EACH_OTHER =
            Pattern.compile("(?<![\\d.,:])(\\d{1,3}) ?(?::|zu|gegen) ?(\\d{1,3}) ?stimmen?");
    private static final Pattern NAMED = Pattern.compile("(?i)(?:gegenstimmen?|nein(?:[ -]?stimmen?)?) ?\\(([^)]+)\\)");
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("ohne", 0),
            Map.entry("zwei", 2),
            Map.entry("drei", 3),
            Map.entry("vier", 4),
            Map.entry("fünf", 5),
            Map.entry("sechs", 6),
            Map.entry("sieben", 7),
            Map.entry("acht", 8),
            Map.entry("neun", 9),
            Map.entry("zehn", 10),
            Map.entry("elf", 11),
            Map.entry("zwölf", 12));

    /** Copies the names. */
    public VoteSentence {
        against = List.copyOf(against);
    }

    /**
     * Reads a sentence.
     *
     * @return empty where it says nothing about a vote, or numbers that contradict each other
     */
    public static Optional<VoteSentence> read(String sentence) {
        String text =
                sentence.toLowerCase(Locale.GERMANY).replaceAll("\\s+", " ").strip();
        Result said = result(text);
        Integer yes = find(YES, text);
        Integer no = find(NO, text);
        Matcher pair = AGAINST_EACH_OTHER.matcher(text);
        if (yes == null && no == null && pair.find()) {
            yes = Integer.valueOf(pair.group(1));
            no = Integer.valueOf(pair.group(2));
        }
        if (said == Result.UNANIMOUS) {
            if (no != null && no > 0) {
                return Optional.empty();
            }
            no = 0;
        }
        try {
            var votes = new Votes(yes, no, find(ABSTAINED, text), find(BIASED, text), find(PRESENT, text));
            return said == Result.NONE && votes.isUnknown()
                    ? Optional.empty()
                    : Optional.of(new VoteSentence(votes, said, named(sentence)));
        } catch (IllegalArgumentException contradiction) {
            return Optional.empty();
        }
    }

    private static Pattern number(String what) {
        return Pattern.compile("(?<![\\p{L}\\d.,:])" + NUMBER + " (?:" + what + ")" + STOP + "|(?<!\\p{L})(?:" + what
                + ") ?: ?(\\d{1,3})(?!\\d)");
    }

    private static @Nullable Integer find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (Character.isDigit(number.charAt(0))) {
            return Integer.valueOf(number);
        }
        if (number.startsWith("kein")) {
            return 0;
        }
        return WORDS.getOrDefault(number, 1);
    }

    private static Result result(String text) {
        if (holds(text, "vertagt", "zurückgestellt", "verschoben", "von der tagesordnung abgesetzt")) {
            return Result.POSTPONED;
        }
        if (holds(text, "zurückgezogen")) {
            return Result.WITHDRAWN;
        }
        if (holds(text, "abgelehnt", "nicht zugestimmt", "nicht beschlossen", "keine zustimmung")) {
            return Result.REJECTED;
        }
        if (holds(text, "zur kenntnis", "kenntnisnahme")) {
            return Result.NOTED;
        }
        if (holds(text, "geänderter form", "mit änderungen", "geändert beschlossen", "mit der änderung")) {
            return Result.AMENDED;
        }
        if (holds(text, "einstimmig")) {
            return Result.UNANIMOUS;
        }
        if (holds(text, "mehrheitlich", "mit mehrheit", "stimmenmehrheit")) {
            return Result.MAJORITY;
        }
        return holds(text, "beschlossen", "zugestimmt", "angenommen", "verabschiedet") ? Result.APPROVED : Result.NONE;
    }

    private static boolean holds(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }

    private static List<String> named(String sentence) {
        var names = new ArrayList<String>();
        Matcher matcher = NAMED.matcher(sentence);
        while (matcher.find()) {
            Stream.of(matcher.group(1).split(",| und ", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }
}
