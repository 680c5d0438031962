package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In the description of the interface: how one asks for a part of a list (RFC 8288), and what is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "page",
        in = ParameterIn.QUERY,
        description = "Number of the part, from 0, which is meant when missing",
        schema = @Schema(type = "integer", minimum = "0"))
@Parameter(
        name = "size",
        in = ParameterIn.QUERY,
        description = "Rows of a part, 50 when missing",
        schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
@ApiResponse(
        responseCode = "200",
        description = "A part of the list; the header Link leads to the others.",
        headers =
                @Header(
                        name = "Link",
                        description = "RFC 8288: first, prev, next, last",
                        schema = @Schema(type = "string")))
@ApiResponse(
        responseCode = "400",
        description = "An unknown filter, or page or size out of range.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface PartOfList {}
