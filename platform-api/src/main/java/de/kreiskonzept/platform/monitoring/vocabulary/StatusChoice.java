package de.kreiskonzept.platform.monitoring.vocabulary;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that may be chosen in a form.
 *
 * @param value text of the colour, or name of the state where the county has names of its own
 * @param hint maybe empty
 */
public record StatusChoice(String value, String label, TrafficLight light, String hint) {
    /**
     * What may be chosen for a measure of this kind: the four colours, or the names of the county.
     *
     * @param kind null where the concept does not say
     * @param hints beginning of the keys that explain the colours; empty for no explanation
     */
    public static List<StatusChoice> list(
            StatusVocabulary vocabulary, @Nullable MeasureKind kind, String hints, Texts texts) {
        return vocabulary.isUsual()
                ? Arrays.stream(TrafficLight.values())
                        .map(light -> new StatusChoice(
                                light.text(),
                                texts.text(light.wordKey()),
                                light,
                                hints.isEmpty() ? "" : texts.text(hints + light.text())))
                        .toList()
                : vocabulary.offered(kind).stream()
                        .map(one -> new StatusChoice(one.name(), one.name(), one.light(), one.legend()))
                        .toList();
    }

    /** The value of what holds: the name under which it was given, or the colour. */
    public static String value(StatusVocabulary vocabulary, TrafficLight light, String status) {
        return vocabulary.isUsual() ? light.text() : status;
    }
}
