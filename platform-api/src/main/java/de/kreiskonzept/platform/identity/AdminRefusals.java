package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In the description of the interface: what every operation refuses that is for admins. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "The role is not admin, or a fresh code is needed.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
public @interface AdminRefusals {}
