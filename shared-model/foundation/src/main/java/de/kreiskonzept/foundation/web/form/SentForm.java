package de.kreiskonzept.foundation.web.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A form without files as a browser sends it (application/x-www-form-urlencoded, WHATWG URL Standard, section 5).
 *
 * @param fields in the order of the form; a name may come more than once
 */
public record SentForm(List<Field> fields) {
    /** One field of it. */
    public record Field(String name, String value) {}

    public SentForm {
        fields = List.copyOf(fields);
    }

    /** Reads the body of a request. */
    public static SentForm of(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return new SentForm(Arrays.stream(text.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(SentForm::field)
                .toList());
    }

    private static Field field(String pair) {
        var end = pair.indexOf('=');
        return end < 0
                ? new Field(decoded(pair), "")
                : new Field(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
    }

    /** What is no escape stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Finds the value of the first field of this name. */
    public Optional<String> find(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }
}
