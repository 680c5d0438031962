package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;

/** A request of a program with fields that are wrong; the problem document names each. */
public final class InvalidFields extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient FormErrors errors;

    private InvalidFields(FormErrors errors) {
        super(HttpStatus.BAD_REQUEST, "invalid", "problem.invalid");
        this.errors = errors;
    }

    /**
     * Lets pass what has no errors.
     *
     * @throws InvalidFields otherwise
     */
    public static void check(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }

    /** Returns what is wrong. */
    FormErrors errors() {
        return errors;
    }
}
