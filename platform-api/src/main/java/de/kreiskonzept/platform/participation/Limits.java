package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;

/** Says where a text of a form is longer than it may be. */
final class Limits {
    private Limits() {}

    static FormErrors check(FormErrors errors, String field, String value, int limit, Texts texts) {
        return value.length() <= limit && value.indexOf('\0') < 0
                ? errors
                : errors.with(field, texts.text("participation.fault.long", limit, value.length()));
    }
}
