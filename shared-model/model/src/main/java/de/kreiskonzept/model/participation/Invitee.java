package de.kreiskonzept.model.participation;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or network that is invited to comment.
 *
 * @param name of the person or network, not blank
 * @param email of a person until it is deleted; empty for a network
 * @param linked whether there is a link at all
 * @param sentAt when the link was last sent or shown; null before
 * @param revokedAt when the link became worthless; null while it holds
 */
public record Invitee(
        UUID id,
        UUID roundId,
        InviteeKind kind,
        String name,
        String email,
        boolean linked,
        @Nullable Instant sentAt,
        @Nullable Instant revokedAt) {
    /** @throws IllegalArgumentException if a limit is not kept, or a network has an address */
    public Invitee {
        TextLimits.required(name, TextLimits.NAME, "name");
        if (kind == InviteeKind.NETWORK && !email.isEmpty()) {
            throw new IllegalArgumentException("email: networks have none");
        }
    }

    /** How it stands with the link: none, sent or revoked. */
    public String linkState() {
        if (revokedAt != null) {
            return "revoked";
        }
        return linked ? "sent" : "none";
    }
}
