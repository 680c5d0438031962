package de.kreiskonzept.admin.signup;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The request of a county.
 *
 * @param tenantId null once it was rejected or ran out
 * @param state requested, verified, approved, rejected or expired
 * @param createdAt ISO-8601, like all points in time here
 */
@Serdeable
@Schema(name = "Signup")
public record SignupView(
        String id,
        @Nullable String tenantId,
        String ags,
        String contactName,
        String email,
        String state,
        @Nullable String decidedBy,
        @Nullable String decidedAt,
        @Nullable String decisionReason,
        String createdAt,
        long version) {

    /** The request as clients see it. */
    public static SignupView of(Signup signup) {
        return new SignupView(
                signup.id().toString(),
                text(signup.tenantId()),
                signup.ags().text(),
                signup.contactName(),
                signup.email(),
                signup.state().text(),
                signup.decidedBy(),
                signup.decidedAt() == null
                        ? null
                        : signup.decidedAt().toInstant().toString(),
                signup.decisionReason(),
                signup.createdAt().toInstant().toString(),
                signup.version());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
