package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.web.problem.Problem;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In the description of the interface: what every operation answers that gives one thing with its version, and that it may not exist. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "As it is now; the header ETag carries its version.",
        headers = @Header(name = "ETag", description = "Version, for If-Match", schema = @Schema(type = "string")))
@ApiResponse(
        responseCode = "404",
        description = "What is named does not exist.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface WithVersion {}
