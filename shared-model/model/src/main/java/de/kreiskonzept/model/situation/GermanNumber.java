package de.kreiskonzept.model.situation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers as people in Germany write them: 1.234,5. */
public final class GermanNumber {
    /** Most digits before the comma. */
    public static final int WHOLE = 15;

    /** Most digits behind the comma. */
    public static final int FRACTION = 6;

    // A dot or a narrow space parts thousands; a dot anywhere else is a comma of another country and not guessed at.
    private static final Pattern NUMBER =
            Pattern.compile("[-−–+]?(\\d{1,%1$d}|\\d{1,3}([. \u00a0\u202f'])\\d{3}(\\2\\d{3}){0,4})(,\\d{1,%2$d})?"
                    .formatted(WHOLE, FRACTION));

    private GermanNumber() {}

    /** The number; empty where the text is none, or not one that Germans would read the same way. */
    public static Optional<BigDecimal> find(String text) {
        String words = text.strip();
        if (!NUMBER.matcher(words).matches()) {
            return Optional.empty();
        }
        String plain = words.replaceAll("[. \u00a0\u202f'+]", "")
                .replaceFirst("^[−–]", "-")
                .replace(',', '.');
        BigDecimal number = new BigDecimal(plain);
        return isStorable(number) ? Optional.of(number) : Optional.empty();
    }

    /** Whether the number has no more digits than are kept. */
    public static boolean isStorable(BigDecimal number) {
        return number.precision() - number.scale() <= WHOLE && number.scale() <= FRACTION;
    }

    /** The number with all its digits, a dot between thousands and a true minus: −1.234,50. */
    public static String print(BigDecimal number) {
        String[] parts = number.abs()
                .setScale(Math.max(number.scale(), 0))
                .toPlainString()
                .split("\\.", 2);
        var whole = new StringBuilder(parts[0]);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            whole.insert(i, '.');
        }
        return (number.signum() < 0 ? "−" : "") + whole + (parts.length > 1 ? "," + parts[1] : "");
    }
}
