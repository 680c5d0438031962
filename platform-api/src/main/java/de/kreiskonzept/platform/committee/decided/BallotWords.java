package de.kreiskonzept.platform.committee.decided;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.Ballot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Votes in words; what nobody counted is said to be unknown, never 0. */
public record BallotWords(Ballot ballot, Texts texts) {
    /** The known numbers in one line, such as "43 Ja, 2 Nein"; empty where none is known. */
    public String line() {
        var known = new ArrayList<String>();
        numbers().forEach((name, number) -> {
            if (number != null) {
                known.add(texts.text("voting.number." + name, number));
            }
        });
        return String.join(", ", known);
    }

    /** Each number by its label, in words. */
    public Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        numbers()
                .forEach((name, number) -> all.put(
                        texts.text("voting.field." + name),
                        number == null ? texts.text("voting.unknown") : number.toString()));
        return all;
    }

    /** All numbers with their labels in one line, as minutes have them; what nobody counted is said to be unknown. */
    public String full() {
        return all().entrySet().stream()
                .map(number -> number.getKey() + ": " + number.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Whether the majority was reached, as far as the numbers tell. */
    public String outcome() {
        return texts.text(
                "voting.outcome." + ballot.outcome().text(),
                texts.text("voting.majority." + ballot.majority().text()));
    }

    /** Votes by faction or by name, one on each line. */
    public List<String> groups() {
        return ballot.groups().lines().toList();
    }

    private Map<String, @Nullable Integer> numbers() {
        var numbers = new LinkedHashMap<String, @Nullable Integer>();
        numbers.put("yes", ballot.votes().yes());
        numbers.put("no", ballot.votes().no());
        numbers.put("abstained", ballot.votes().abstained());
        numbers.put("biased", ballot.votes().biased());
        numbers.put("present", ballot.votes().present());
        numbers.put("members", ballot.members());
        return numbers;
    }
}
