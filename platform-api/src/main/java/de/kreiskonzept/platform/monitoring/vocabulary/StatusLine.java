package de.kreiskonzept.platform.monitoring.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Status;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A state as it is stored and as programs read and send it.
 *
 * @param light green, yellow, red or grey
 * @param scope all, project or permanent_task
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Status")
public record StatusLine(String name, String light, String scope, String legend) {
    private static StatusLine of(Status status) {
        return new StatusLine(
                status.name(), status.light().text(), status.scope().text(), status.legend());
    }

    /** The states of a vocabulary in their order. */
    public static List<StatusLine> list(StatusVocabulary vocabulary) {
        return vocabulary.statuses().stream().map(StatusLine::of).toList();
    }

    /**
     * The vocabulary of these states.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static StatusVocabulary vocabulary(List<StatusLine> lines) {
        return new StatusVocabulary(lines.stream().map(StatusLine::status).toList());
    }

    private Status status() {
        Status.Scope known = Status.Scope.find(scope).orElseThrow(() -> new IllegalArgumentException("scope"));
        return new Status(name, TrafficLight.of(light), known, legend);
    }
}
