package de.kreiskonzept.model.tenant;

import java.util.regex.Pattern;

/**
 * Amtlicher Gemeindeschlüssel of a county: the key of a tenant. Text, because leading zeros count.
 *
 * @param text exactly five digits
 */
public record Ags(String text) {
    private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{5}");

    /** @throws IllegalArgumentException if it is not five digits */
    public Ags {
        if (!FIVE_DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("An AGS of a county has five digits");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
