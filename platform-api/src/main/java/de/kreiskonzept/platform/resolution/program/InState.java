package de.kreiskonzept.platform.resolution.program;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refused where the paper or the turn has come too far, or not far enough. */
@ApiResponse(
        responseCode = "409",
        description = "Der Stand der Vorlage oder der Beratung lässt das nicht zu, oder das Beschlussgremium fehlt")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InState {}
