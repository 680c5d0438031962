package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for the next step of a version, still as text.
 *
 * @param state as in the database
 * @param decidedOn day as in ISO 8601, maybe empty
 * @param decidedBy body that decided, maybe empty
 * @param resolution how the resolution is called or numbered, maybe empty
 */
public record Decision(String state, String decidedOn, String decidedBy, String resolution) {
    static Decision of(Map<String, ?> fields) {
        return new Decision(
                FieldChecks.field(fields, "state"),
                FieldChecks.field(fields, "decidedOn"),
                FieldChecks.field(fields, "decidedBy"),
                FieldChecks.field(fields, "resolution"));
    }

    /** What is wrong with the fields, in the order of the form; an adoption names day and body. */
    FormErrors check(LocalDate today, Texts texts) {
        var errors = FormErrors.none();
        if (findState().isEmpty()) {
            errors = errors.with("state", texts.text("concept.fault.choice"));
        }
        boolean adopted = findState().filter(VersionState.ADOPTED::equals).isPresent();
        if (adopted && decidedOn.isEmpty()) {
            errors = errors.with(
                    "decidedOn", texts.text("concept.fault.missing", texts.text("concept.field.decidedOn")));
        } else if (!decidedOn.isEmpty() && !isDay(today)) {
            errors = errors.with("decidedOn", texts.text("concept.fault.day"));
        }
        errors = adopted
                ? FieldChecks.required(errors, "decidedBy", decidedBy, TextLimits.NAME, texts)
                : FieldChecks.length(errors, "decidedBy", decidedBy, TextLimits.NAME, texts);
        return FieldChecks.length(errors, "resolution", resolution, TextLimits.NAME, texts);
    }

    /** The state, where it is one. */
    Optional<VersionState> findState() {
        return Arrays.stream(VersionState.values())
                .filter(value -> value.text().equals(state))
                .findFirst();
    }

    /** The day, once it is checked. */
    @Nullable
    LocalDate day() {
        return decidedOn.isEmpty() ? null : LocalDate.parse(decidedOn);
    }

    private boolean isDay(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(decidedOn);
            return !day.isAfter(today) && day.getYear() >= 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
