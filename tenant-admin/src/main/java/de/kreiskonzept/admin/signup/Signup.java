package de.kreiskonzept.admin.signup;

import de.kreiskonzept.model.tenant.Ags;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request of a county, kept as proof after the decision.
 *
 * @param tenantId null once it was rejected or ran out
 * @param agreementVersion of the processing agreement that was agreed to
 * @param tokenExpiresAt until when the address can be confirmed; null once it was, or when it need not be
 * @param decidedBy name of who decided; null before the decision, like its time and reason
 */
public record Signup(
        UUID id,
        @Nullable UUID tenantId,
        Ags ags,
        String contactName,
        String email,
        String agreementVersion,
        OffsetDateTime agreedAt,
        @Nullable OffsetDateTime tokenExpiresAt,
        SignupState state,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decisionReason,
        OffsetDateTime createdAt,
        long version) {

    /** Whether somebody has still to do something about it. */
    public boolean isOpen() {
        return state == SignupState.REQUESTED || state == SignupState.VERIFIED;
    }

    /** Whether the same person asks for the same. */
    boolean isFrom(CountyRequest request) {
        return ags.equals(request.county().ags())
                && email.equalsIgnoreCase(request.email())
                && contactName.equals(request.contactName());
    }

    boolean hasRunOut(OffsetDateTime now) {
        return state == SignupState.REQUESTED && tokenExpiresAt != null && !tokenExpiresAt.isAfter(now);
    }
}
