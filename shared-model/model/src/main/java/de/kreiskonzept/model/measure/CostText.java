package de.kreiskonzept.model.measure;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and prints costs in German. */
final class CostText {
    private static final Pattern NOTE = Pattern.compile("^(.*?)\\s*\\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern YEARLY =
            words("\\bjährlich(?:e)?\\b|\\b(?:pro|je)\\s+jahr\\b|\\bp\\.\\s?a\\.|\\bim\\s+jahr\\b(?!\\s+\\d)");
    private static final Pattern ONCE = words("\\beinmalig(?:e)?\\b");
    private static final Pattern IDLE = words("\\b(?:rund|ca\\.|etwa|im jahr|in)(?=\\s)|[:,]");
    private static final String NUMBER = "(\\d{1,3}(?:[. ]\\d{3})+|\\d+)(?:,(\\d{1,2}))?(?:,[–-])?";
    private static final Pattern AMOUNT = words(NUMBER + "\\s*(tsd\\.?|mio\\.?)?\\s*(?:€|euro\\b|eur\\b)");
    private static final Pattern BARE = words("^" + NUMBER + "(?=\\s|$)");
    private static final Pattern YEARS =
            words("(?:(ab|seit|von)\\s+)?((?:19|20|21)\\d\\d)?(?:\\s*(?:bis|–|-)\\s*((?:19|20|21)\\d\\d))?");

    private CostText() {}

    private static Pattern words(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Optional<Cost> find(String line) {
        Matcher note = NOTE.matcher(line);
        String rest = note.matches() ? note.group(1) : line;
        boolean yearly = YEARLY.matcher(rest).find();
        rest = ONCE.matcher(YEARLY.matcher(rest).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        Matcher amount = AMOUNT.matcher(rest);
        if (!amount.find()) {
            amount = BARE.matcher(rest);
            if (!amount.find()) {
                return Optional.empty();
            }
        }
        BigDecimal euros = amount(amount);
        String around = rest.substring(0, amount.start()) + " " + rest.substring(amount.end());
        Matcher years = YEARS.matcher(
                IDLE.matcher(around).replaceAll(" ").replaceAll("\\s+", " ").strip());
        if (!years.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(cost(yearly, euros, years, note.matches() ? note.group(2) : ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // Costs from a year on, or over several years, arise in each of them.
    private static Cost cost(boolean yearly, BigDecimal euros, Matcher years, String note) {
        Integer from = year(years.group(2));
        Integer until = year(years.group(3));
        boolean lasts = yearly || years.group(1) != null || until != null;
        return new Cost(lasts ? CostKind.YEARLY : CostKind.ONCE, euros, from, until, note.strip());
    }

    private static @Nullable Integer year(@Nullable String year) {
        return year == null ? null : Integer.valueOf(year);
    }

    private static BigDecimal amount(Matcher amount) {
        String whole = amount.group(1).replaceAll("[. ]", "");
        String cents = amount.group(2) == null ? "0" : amount.group(2);
        String unit = amount.groupCount() < 3 || amount.group(3) == null
                ? ""
                : amount.group(3).toLowerCase(Locale.GERMAN);
        var number = new BigDecimal(whole + "." + cents);
        if (unit.startsWith("t")) {
            return number.movePointRight(3);
        }
        return unit.startsWith("m") ? number.movePointRight(6) : number;
    }

    static String print(Cost cost) {
        String years = switch (cost.kind()) {
            case ONCE -> cost.from() == null ? "" : " im Jahr " + cost.from();
            case YEARLY ->
                (cost.from() == null ? "" : " ab " + cost.from())
                        + (cost.until() == null ? "" : " bis " + cost.until());
        };
        String note = cost.note().isEmpty() ? "" : " (" + cost.note() + ")";
        return (cost.kind() == CostKind.ONCE ? "einmalig " : "jährlich ") + euros(cost.euros()) + years + note;
    }

    static String euros(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        var format = new DecimalFormat(whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        return format.format(amount) + " €";
    }
}
