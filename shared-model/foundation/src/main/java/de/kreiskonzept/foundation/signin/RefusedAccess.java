package de.kreiskonzept.foundation.signin;

import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;

/** Why somebody who is known was not let through; noted on the request for the audit trail. */
public enum RefusedAccess {
    /** The role is another one than the route wants. */
    ROLE,
    /** The token is that of another tenant. */
    OTHER_TENANT,
    /** The account needs a second factor and has none. */
    SECOND_FACTOR,
    /** The last code is too old for this. */
    FRESH_CODE,
    /** A rule of the feature, for example that a measure is assigned to somebody else. */
    RULE,
    /** The form came from nowhere; whether the person wanted to send it nobody knows, so it is not held against them. */
    FOREIGN_FORM;

    private static final String ATTRIBUTE = RefusedAccess.class.getName();

    /** Notes the reason on the request. */
    public void note(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Finds the reason that was noted; empty where nobody was refused anything. */
    public static Optional<RefusedAccess> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RefusedAccess.class);
    }

    /** Text in the trail: the name in lower case with '-'. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
