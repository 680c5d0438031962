package de.kreiskonzept.platform.meeting;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why operations on meetings are refused that are refused nowhere else. */
public final class MeetingOperations {
    private MeetingOperations() {}

    /** Only while the meeting is neither closed nor cancelled. */
    @ApiResponse(responseCode = "409", description = "Die Sitzung ist abgeschlossen oder abgesagt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface WhileOpen {}

    /** Only where nothing is missing. */
    @ApiResponse(responseCode = "409", description = "Es fehlt noch etwas; die Antwort sagt, was")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface WhenReady {}
}
