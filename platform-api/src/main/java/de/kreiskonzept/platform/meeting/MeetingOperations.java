package de.kreiskonzept.platform.meeting;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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

    /** Moves what was read in the version of the header If-Match. */
    @ApiResponse(responseCode = "204", description = "Verschoben")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Moving {}
}
