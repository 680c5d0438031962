package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Assessment.Completeness;
import de.kreiskonzept.model.monitoring.Status;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusChoice;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A light as people send it, not yet checked.
 *
 * @param light green, yellow, red or grey
 * @param reason class of reason, only for red; missing or empty for none
 * @param justification in the words of the person, at most 20000 characters; missing or empty for none
 * @param status name that the county has for this light; missing or empty for the word of the colour
 */
@Serdeable
@Schema(description = "Ein Ampelstand mit Begründung")
public record AssessmentForm(
        @Nullable String light,
        @Nullable String reason,
        @Nullable String justification,
        @Nullable String status) {
    /** A light under the word of its colour. */
    public static AssessmentForm of(@Nullable String light, @Nullable String reason, @Nullable String justification) {
        return new AssessmentForm(light, reason, justification, null);
    }

    /**
     * What was chosen in a form: a colour where the county has no names, else one of its names.
     *
     * @param choice value of a {@link StatusChoice}
     */
    public static AssessmentForm chosen(
            StatusVocabulary vocabulary, String choice, @Nullable String reason, @Nullable String justification) {
        return vocabulary.isUsual()
                ? of(choice, reason, justification)
                : new AssessmentForm(null, reason, justification, choice).named(vocabulary);
    }

    /** The same with the light that its name stands for; without one where there is no such name, or it stands for another. */
    public AssessmentForm named(StatusVocabulary vocabulary) {
        if (text(status).isEmpty()) {
            return status == null ? this : of(light, reason, justification);
        }
        Optional<Status> known = vocabulary.find(text(status));
        boolean fits = known.isPresent()
                && (light == null || light.equals(known.get().light().text()));
        return fits
                ? new AssessmentForm(
                        known.get().light().text(),
                        reason,
                        justification,
                        known.get().name())
                : new AssessmentForm("", reason, justification, "");
    }

    /** What is wrong, as German sentences by field; none where {@link #light(FormErrors)} gives a light. */
    public FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        Optional<TrafficLight> color = color();
        if (color.isEmpty()) {
            errors = errors.with("light", texts.text("monitoring.error.light"));
        }
        if (!text(reason).isEmpty() && reasonClass().isEmpty()) {
            errors = errors.with("reason", texts.text("monitoring.error.reason"));
        }
        if (words().length() > TextLimits.TEXT) {
            errors = errors.with("justification", texts.text("monitoring.error.tooLong", TextLimits.TEXT));
        }
        if (words().indexOf('\0') >= 0) {
            errors = errors.with("justification", texts.text("monitoring.error.nul"));
        }
        return errors.isEmpty() ? incomplete(color.orElseThrow(), texts) : errors;
    }

    /** The light; only to be asked where there are no errors. */
    public Light light(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the form has errors");
        }
        return new Light(color().orElseThrow(), reasonClass().orElse(null), words(), text(status));
    }

    private FormErrors incomplete(TrafficLight color, Texts texts) {
        Completeness completeness = de.kreiskonzept.model.monitoring.Assessment.completeness(
                color, reasonClass().orElse(null), words());
        return switch (completeness) {
            case COMPLETE -> FormErrors.none();
            case JUSTIFICATION_MISSING ->
                FormErrors.none().with("justification", texts.text("monitoring.error.justificationMissing"));
            case JUSTIFICATION_OR_REASON_MISSING ->
                FormErrors.none().with("reason", texts.text("monitoring.error.reasonMissing"));
            case REASON_OUT_OF_PLACE -> FormErrors.none().with("reason", texts.text("monitoring.error.reasonNotRed"));
        };
    }

    private Optional<TrafficLight> color() {
        return Arrays.stream(TrafficLight.values())
                .filter(value -> value.text().equals(light))
                .findFirst();
    }

    private Optional<ReasonClass> reasonClass() {
        return Arrays.stream(ReasonClass.values())
                .filter(value -> value.text().equals(reason))
                .findFirst();
    }

    /** The justification without blanks around it; line ends as the browser sends them become single ones. */
    public String words() {
        return text(justification).replace("\r\n", "\n").strip();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
