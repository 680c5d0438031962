package de.kreiskonzept.model.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** People as lines of a text, each {@code name; mail address}; empty lines mean nothing. */
public final class InviteeLines {
    private InviteeLines() {}

    /** A person of a line. */
    public record Person(String name, String email) {}

    /**
     * What a text says.
     *
     * @param people in their order, each address once
     * @param faulty numbers of the lines that name no person with an address, from 1 on
     */
    public record Found(List<Person> people, List<Integer> faulty) {}

    /**
     * The people in a text.
     *
     * @param isAddress tells a mail address
     * @param longest name in characters
     */
    public static Found read(String text, Predicate<String> isAddress, int longest) {
        var people = new ArrayList<Person>();
        var faulty = new ArrayList<Integer>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int end = line.lastIndexOf(';');
            String name = end < 0 ? "" : line.substring(0, end).strip();
            String email = end < 0 ? "" : line.substring(end + 1).strip();
            if (line.isEmpty() || people.stream().anyMatch(one -> one.email().equalsIgnoreCase(email))) {
                continue;
            }
            if (name.isEmpty() || name.length() > longest || !isAddress.test(email)) {
                faulty.add(i + 1);
            } else {
                people.add(new Person(name, email));
            }
        }
        return new Found(List.copyOf(people), List.copyOf(faulty));
    }
}
