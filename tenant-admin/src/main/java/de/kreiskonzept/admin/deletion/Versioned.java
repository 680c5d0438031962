package de.kreiskonzept.admin.deletion;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In the description of the interface: an operation on something as it was read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "If-Match",
        in = ParameterIn.HEADER,
        required = true,
        description = "ETag as it was read",
        schema = @Schema(type = "string"))
@interface Versioned {}
