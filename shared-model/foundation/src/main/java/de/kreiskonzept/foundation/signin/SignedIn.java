package de.kreiskonzept.foundation.signin;

import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who sends this request. A handler of a route for signed-in people may declare it as a parameter; state and role were
 * looked up at most four seconds ago.
 *
 * @param accountId row of the account
 * @param sessionId row of the session; ends when the person signs out
 * @param name of the person, as shown in the header and in the audit trail
 * @param role one role name of the application, such as {@code admin}
 */
public record SignedIn(UUID accountId, UUID sessionId, String name, String role) implements Authentication {

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
