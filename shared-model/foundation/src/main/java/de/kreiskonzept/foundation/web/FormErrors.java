package de.kreiskonzept.foundation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All errors of one submitted form, in the order of its fields.
 *
 * @param errors the errors, first field first; empty when the form is accepted
 */
public record FormErrors(List<FieldError> errors) {

    private static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        errors = List.copyOf(errors);
    }

    /** Returns the errors of a form that nobody has submitted yet, or that is right. */
    public static FormErrors none() {
        return NONE;
    }

    /** Returns what is wrong with a form as sentences, by the field that each refusal is about, in their order. */
    public static FormErrors of(SequencedMap<String, Refusal> faults, Texts texts) {
        return new FormErrors(faults.entrySet().stream()
                .map(fault -> new FieldError(fault.getKey(), fault.getValue().sentence(texts)))
                .toList());
    }

    /** Returns these errors and one more at the end. */
    public FormErrors with(String field, String message) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(field, message));
        return new FormErrors(more);
    }

    /** Returns these errors and one more where the value is longer than the limit, in characters, or holds NUL. */
    public FormErrors withLimit(String field, String value, int limit, Texts texts) {
        return value.length() <= limit && value.indexOf('\0') < 0
                ? this
                : with(field, texts.text("frame.field.long", limit, value.length()));
    }

    /** Finds the first error of the given field. */
    public Optional<FieldError> find(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /** Says whether the form is accepted. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }
}
