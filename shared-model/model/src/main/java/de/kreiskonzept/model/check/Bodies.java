package de.kreiskonzept.model.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The bodies that a concept names as responsible, in its own words. */
public final class Bodies {
    // A comma between brackets belongs to the name: "Träger (Caritas, Diakonie)".
    private static final Pattern BETWEEN = Pattern.compile("[;\\n]|,(?![^(]*\\))");

    private Bodies() {}

    /**
     * The different bodies in these texts, in the order and spelling of their first mention.
     *
     * @param responsible texts that name bodies, set apart by commas, semicolons or line ends
     */
    public static List<String> of(Collection<String> responsible) {
        Map<String, String> bodies = new LinkedHashMap<>();
        responsible.stream()
                .flatMap(text -> Arrays.stream(BETWEEN.split(text)))
                .map(String::strip)
                .filter(name -> !SameWords.of(name).isEmpty())
                .forEach(name -> bodies.putIfAbsent(SameWords.of(name), name));
        return List.copyOf(bodies.values());
    }
}
