package de.kreiskonzept.model.structure;

import de.kreiskonzept.model.concept.TextLimits;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the numbers of a level look. It proposes the next one and forces none. */
public enum Numbering {
    /** As people like; nothing is proposed. */
    FREE,
    /** 1, 2, 3. */
    PLAIN,
    /** The number above, a dot and a figure: 1.1, 1.2, 2.1. */
    DOTTED,
    /** The number above and a letter: 1a, 1b, 2a; after z follows aa. */
    LETTERED;

    private static final int LETTERS = 26;
    private static final BigInteger ONE_ROUND = BigInteger.valueOf(LETTERS);

    /**
     * The number for one more part.
     *
     * @param above number of the part above; empty where it has none
     * @param beside numbers of the parts beside, in any order; those that look otherwise have no say
     * @return looks like this numbering and is none of those beside; empty where nothing can be proposed
     */
    public String next(String above, List<String> beside) {
        String number = switch (this) {
            case FREE -> "";
            case PLAIN -> following(Pattern.compile("(?<last>[0-9]+)(?<end>[.)]?)"), "", beside);
            case DOTTED ->
                stem(above)
                        .map(stem -> following(figure(stem), stem + ".", beside))
                        .orElse("");
            case LETTERED ->
                stem(above).map(stem -> following(letter(stem), stem, beside)).orElse("");
        };
        return number.length() > TextLimits.NUMBER ? "" : number;
    }

    private String following(Pattern shape, String start, List<String> beside) {
        Optional<MatchResult> greatest = beside.stream()
                .map(String::strip)
                .flatMap(number -> {
                    var found = shape.matcher(number);
                    return found.matches() ? Stream.of(found.toMatchResult()) : Stream.empty();
                })
                .max(Comparator.comparing(found -> value(found.group("last"))));
        BigInteger next = greatest.map(found -> value(found.group("last")))
                .orElse(BigInteger.ZERO)
                .add(BigInteger.ONE);
        return start + written(next) + greatest.map(found -> found.group("end")).orElse("");
    }

    private BigInteger value(String last) {
        if (this != LETTERED) {
            return new BigInteger(last);
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < last.length(); i++) {
            value = value.multiply(ONE_ROUND).add(BigInteger.valueOf(last.charAt(i) - 'a' + 1L));
        }
        return value;
    }

    private String written(BigInteger value) {
        if (this != LETTERED) {
            return value.toString();
        }
        var letters = new StringBuilder();
        BigInteger rest = value;
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.subtract(BigInteger.ONE).divideAndRemainder(ONE_ROUND);
            letters.insert(0, (char) ('a' + parts[1].intValue()));
            rest = parts[0];
        }
        return letters.toString();
    }

    private static Pattern figure(String stem) {
        return Pattern.compile(Pattern.quote(stem) + "\\.(?<last>[0-9]+)(?<end>[.)]?)");
    }

    private static Pattern letter(String stem) {
        return Pattern.compile(Pattern.quote(stem) + " ?(?<last>[a-z]+)(?<end>[.)]?)");
    }

    private static Optional<String> stem(String above) {
        String stem = above.strip().replaceFirst("[.)]+$", "");
        return stem.isEmpty() ? Optional.empty() : Optional.of(stem);
    }

    /** Text in database, YAML and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The numbering with exactly this {@link #text()}. */
    public static Optional<Numbering> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /**
     * The numbering with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Numbering of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unknown numbering: " + text));
    }
}
