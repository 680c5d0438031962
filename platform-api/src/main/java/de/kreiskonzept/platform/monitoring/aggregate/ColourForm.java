package de.kreiskonzept.platform.monitoring.aggregate;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A colour that a person wants to set, as it is sent. */
public record ColourForm(String light, String reason) {
    static ColourForm of(Map<String, ?> fields) {
        return new ColourForm(FieldChecks.field(fields, "light"), FieldChecks.field(fields, "reason"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (find().isEmpty()) {
            errors = errors.with("light", texts.text("aggregate.fault.light"));
        }
        if (reason.isBlank()) {
            return errors.with("reason", texts.text("aggregate.fault.reason"));
        }
        return errors.withLimit("reason", reason, AggregateOverride.REASON, texts);
    }

    /** The colour, once it is checked. */
    TrafficLight checked() {
        return find().orElseThrow();
    }

    private Optional<TrafficLight> find() {
        return Arrays.stream(TrafficLight.values())
                .filter(value -> value.text().equals(light))
                .findFirst();
    }
}
