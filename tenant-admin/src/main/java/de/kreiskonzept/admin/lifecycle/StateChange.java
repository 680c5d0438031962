package de.kreiskonzept.admin.lifecycle;

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

/** In the description of the interface: an operation that changes the state of a tenant as it was read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "If-Match",
        in = ParameterIn.HEADER,
        required = true,
        description = "ETag of the tenant as it was read",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "200",
        description = "The tenant in its new state.",
        headers =
                @Header(
                        name = "ETag",
                        description = "Version of the tenant, for If-Match",
                        schema = @Schema(type = "string")),
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
@interface StateChange {}
