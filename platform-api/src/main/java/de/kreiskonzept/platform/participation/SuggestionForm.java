package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was suggested, still as text.
 *
 * @param goal id of the goal; empty for the concept as a whole
 */
public record SuggestionForm(String goal, String text, String origin) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static SuggestionForm of(Map<String, ?> fields) {
        return new SuggestionForm(
                FieldChecks.field(fields, "goal"),
                FieldChecks.field(fields, "text"),
                FieldChecks.field(fields, "origin"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (!goal.isEmpty() && goalId().isEmpty()) {
            errors = errors.with("goal", texts.text("participation.fault.goal"));
        }
        if (text.isBlank()) {
            errors = errors.with("text", texts.text("participation.fault.text"));
        }
        errors = errors.withLimit("text", text, TextLimits.TEXT, texts);
        return errors.withLimit("origin", origin, TextLimits.NAME, texts);
    }

    Optional<UUID> goalId() {
        return Optional.of(goal).filter(id -> ID.matcher(id).matches()).map(UUID::fromString);
    }
}
