package de.kreiskonzept.model.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How near words are to each other, and how a heading in capitals is spelt in normal case. */
final class Spelling {
    private static final Set<String> SMALL = Set.of(
            "und", "oder", "von", "vom", "der", "die", "das", "des", "dem", "den", "mit", "in", "im", "für", "zu",
            "zum", "zur", "an", "am", "auf", "aus", "bei", "durch", "über", "unter", "vor", "nach", "ohne", "als");

    private Spelling() {}

    /** Whether the words differ by at most so many inserted, lost, changed or swapped letters; case does not matter. */
    static boolean near(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        return distance(one.toLowerCase(Locale.GERMAN), other.toLowerCase(Locale.GERMAN)) <= most;
    }

    /** Optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    /** Whether the text has at least three letters and no small one; ß counts as capital. */
    static boolean isCapitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters >= 3 && text.chars().noneMatch(c -> Character.isLowerCase(c) && c != 'ß');
    }

    /**
     * A name in capitals as the document itself spells it in running text, typing errors of the heading included; by rule
     * where the text does not have it.
     *
     * @param words words of the running text, in order
     */
    static String normalCase(String name, List<String> words) {
        if (!isCapitals(name)) {
            return name;
        }
        List<String> wanted = List.of(name.split(" "));
        String exact = find(wanted, words, 0);
        if (!exact.isEmpty()) {
            return exact;
        }
        String similar = find(wanted, words, 1);
        return similar.isEmpty() ? byRule(wanted) : similar;
    }

    private static String find(List<String> wanted, List<String> words, int most) {
        for (int from = 0; from + wanted.size() <= words.size(); from++) {
            List<String> window = words.subList(from, from + wanted.size());
            if (matches(wanted, window, most)) {
                return String.join(" ", window);
            }
        }
        return "";
    }

    private static boolean matches(List<String> wanted, List<String> window, int most) {
        for (int i = 0; i < wanted.size(); i++) {
            int allowed = wanted.get(i).length() >= 6 ? most : 0;
            if (!near(wanted.get(i), window.get(i), allowed)) {
                return false;
            }
        }
        String first = window.getFirst();
        return !isCapitals(String.join(" ", window)) && !Character.isLowerCase(first.charAt(0));
    }

    private static String byRule(List<String> words) {
        String joined = words.stream()
                .map(word -> SMALL.contains(word.toLowerCase(Locale.GERMAN))
                        ? word.toLowerCase(Locale.GERMAN)
                        : capitalised(word))
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? joined : joined.substring(0, 1).toUpperCase(Locale.GERMAN) + joined.substring(1);
    }

    private static String capitalised(String word) {
        if (word.length() <= 2) {
            return word;
        }
        var result = new StringBuilder(word.toLowerCase(Locale.GERMAN));
        boolean start = true;
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            if (start && Character.isLetter(c)) {
                result.setCharAt(i, Character.toUpperCase(c));
            }
            start = !Character.isLetterOrDigit(c);
        }
        return result.toString();
    }
}
