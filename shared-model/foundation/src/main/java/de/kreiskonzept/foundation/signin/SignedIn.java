package de.kreiskonzept.foundation.signin;

import io.micronaut.security.authentication.Authentication;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends this request. A handler of a route for signed-in people may declare it as a parameter; state and role were
 * looked up at most four seconds ago.
 *
 * @param accountId row of the account
 * @param sessionId row of the session; ends when the person signs out
 * @param name of the person, as shown in the header and in the audit trail
 * @param role one role name of the application, such as {@code admin}
 * @param proof what is known of the person's second factor
 * @param visit null for everybody who has an account here; for a visitor the account is the visit itself and belongs to nobody
 */
public record SignedIn(
        UUID accountId,
        UUID sessionId,
        String name,
        String role,
        Proof proof,
        @Nullable Visit visit) implements Authentication {
    /** How long a code counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    /**
     * What is known of the second factor of the person and of this session.
     *
     * @param enrolled whether the account has one
     * @param required whether the account may do nothing without one
     * @param codeAt when a code was last given in this session; null for never
     */
    public record Proof(
            boolean enrolled, boolean required, @Nullable OffsetDateTime codeAt) {
        /** Of somebody who has no second factor and needs none. */
        public static final Proof NONE = new Proof(false, false, null);

        /** Says whether the person may do nothing but set a second factor up. */
        public boolean mustEnrol() {
            return required && !enrolled;
        }

        /** Says whether nobody needs to ask for a code: one was given just now, or there is nothing that shows one. */
        public boolean isFresh(OffsetDateTime now) {
            return !enrolled || (codeAt != null && codeAt.isAfter(now.minus(FRESH)));
        }
    }

    /**
     * Somebody of the provider whom the county has let in for a time.
     *
     * @param grant by which it did
     * @param visitor name of the person
     * @param host name of who let the person in
     * @param writing whether the person may change something
     * @param until end of the visit
     */
    public record Visit(UUID grant, String visitor, String host, boolean writing, OffsetDateTime until) {
        private static final int LONGEST = 80;

        /** Returns both names, as the audit trail and the history of the county show them; at most 200 characters. */
        public String names() {
            return "%s (Betreiber), eingelassen von %s".formatted(cut(visitor), cut(host));
        }

        private static String cut(String name) {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        }
    }

    /** Somebody who has an account. */
    public SignedIn(UUID accountId, UUID sessionId, String name, String role, Proof proof) {
        this(accountId, sessionId, name, role, proof, null);
    }

    /** Somebody who has no second factor and needs none. */
    public SignedIn(UUID accountId, UUID sessionId, String name, String role) {
        this(accountId, sessionId, name, role, Proof.NONE);
    }

    @Override
    public String getName() {
        return accountId.toString();
    }

    @Override
    public List<String> getRoles() {
        return List.of(role);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("name", name);
    }
}
