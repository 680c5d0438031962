package de.kreiskonzept.platform.committee;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the interface says of each kind of operation on committees. */
public final class CommitteeOperations {
    private CommitteeOperations() {}

    /** Makes something new. */
    @ApiResponse(responseCode = "201", description = "Angelegt; ETag nennt die Version")
    @ApiResponse(responseCode = "409", description = "Ein Gremium würde in sich selbst entsenden")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Creating {}

    /** Changes what was read in the version of the header If-Match. */
    @ApiResponse(responseCode = "200", description = "Geändert; ETag nennt die Version")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Ein Gremium würde an sich selbst berichten oder entsenden")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Changing {}

    /** Deletes what was read in the version of the header If-Match. */
    @ApiResponse(responseCode = "204", description = "Gelöscht")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Anderes hängt noch davon ab")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Deleting {}
}
