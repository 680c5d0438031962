package de.kreiskonzept.foundation.web.problem;

import de.kreiskonzept.foundation.web.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as in RFC 9457, media type {@code application/problem+json}.
 *
 * @param type {@code /problems/<slug>}; programs tell problems apart by it
 * @param title the kind of problem in a few German words
 * @param status HTTP status, repeated
 * @param detail a German sentence that says what to do; null when the fault is ours
 * @param number to name when asking the provider about a fault; null when there is nothing to ask
 * @param errors what is wrong with single fields; empty when it is not about fields
 */
@Serdeable
@Schema(name = "Problem")
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String number,
        List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }
}
