package de.kreiskonzept.model.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How probably two spellings mean the same organisation; only ever a proposal that a person confirms. */
public final class Likeness {
    /** From here on two spellings are proposed as one. */
    public static final double PROBABLE = 0.75;

    /** Both say the same words, once abbreviations are written out. */
    public static final double SAME = 1.0;

    private static final double CONTAINED = 0.8;
    private static final int SHORTEST_BEGINNING = 6;
    /** Letters from which on one word alone may stand for a longer name: Jobcenter, but not Stadt. */
    private static final int TELLING = 7;

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("f", "für"),
            Map.entry("u", "und"),
            Map.entry("lk", "landkreis"),
            Map.entry("landkr", "landkreis"),
            Map.entry("kreisverb", "kreisverband"),
            Map.entry("lra", "landratsamt"),
            Map.entry("vhs", "volkshochschule"),
            Map.entry("awo", "arbeiterwohlfahrt"),
            Map.entry("drk", "deutsches rotes kreuz"),
            Map.entry("ihk", "industrie und handelskammer"),
            Map.entry("hwk", "handwerkskammer"),
            Map.entry("jc", "jobcenter"));
    /** Words that tell no organisation from another. */
    private static final Set<String> IDLE = Set.of(
            "für",
            "und",
            "der",
            "die",
            "das",
            "des",
            "dem",
            "den",
            "im",
            "in",
            "am",
            "an",
            "von",
            "vom",
            "zu",
            "zur",
            "e",
            "v",
            "ev",
            "eg",
            "ggmbh",
            "gmbh",
            "gemeinnützige",
            "kdör",
            "ag");

    private Likeness() {}

    /** From 0 (nothing in common) to 1 (the same words); the order of the two does not matter. */
    public static double of(String one, String other) {
        Set<String> first = tokens(one);
        Set<String> second = tokens(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        if (first.equals(second)) {
            return SAME;
        }
        Set<String> fewer = first.size() <= second.size() ? first : second;
        Set<String> more = first.size() <= second.size() ? second : first;
        long met = fewer.stream()
                .filter(word -> more.stream().anyMatch(like -> meet(word, like)))
                .count();
        double shared = 2.0 * met / (first.size() + second.size());
        boolean telling = fewer.size() > 1 || fewer.iterator().next().length() >= TELLING;
        boolean contained = met == fewer.size() && telling;
        return contained ? Math.max(CONTAINED, shared) : Math.min(shared, 0.99);
    }

    /** Whether they are proposed as one. */
    public static boolean probable(String one, String other) {
        return of(one, other) >= PROBABLE;
    }

    private static Set<String> tokens(String name) {
        return Arrays.stream(Spelling.words(name).split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .flatMap(words -> List.of(words.split(" ")).stream())
                .filter(word -> !word.isEmpty() && !IDLE.contains(word))
                .collect(Collectors.toSet());
    }

    // "Kreisjugend" meets "Kreisjugendring", "Flüchtlinge" meets "Flüchtlingen".
    private static boolean meet(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return one.equals(other)
                || (shorter >= SHORTEST_BEGINNING && one.substring(0, shorter).equals(other.substring(0, shorter)));
    }
}
