package de.kreiskonzept.platform.committee;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why operations on committees are refused that are refused nowhere else. */
public final class CommitteeOperations {
    private CommitteeOperations() {}

    /** Must not close a circle of committees. */
    @ApiResponse(
            responseCode = "409",
            description = "Ein Gremium würde an sich selbst berichten oder in sich selbst entsenden")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface WithoutCircle {}

    /** Must not take away what others need. */
    @ApiResponse(responseCode = "409", description = "Anderes hängt noch davon ab")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface WhileUnused {}
}
