package de.kreiskonzept.foundation.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;

/**
 * The hidden value of every form (OWASP: signed double submit). It is bound to the session; before sign-in to a random
 * cookie of the visitor. It changes with every page.
 */
@Singleton
public final class FormTokens {
    /** Name of the hidden form field. */
    public static final String FIELD = "csrfToken";

    static final String VISITOR_COOKIE = "kk_visitor";
    static final String NEW_VISITOR = "kreiskonzept.visitor";

    private static final int NONCE_LENGTH = 22;
    private static final int TICKET_LENGTH = 43;

    private final SigningSecret secret;

    FormTokens(SigningSecret secret) {
        this.secret = secret;
    }

    /** Returns a value for the forms of this answer. */
    public String of(HttpRequest<?> request) {
        var nonce = Tickets.create().substring(0, NONCE_LENGTH);
        return nonce + code(nonce, holder(request).orElseGet(() -> newVisitor(request)));
    }

    /** Says whether a value came from a page of ours that the same browser was given. */
    boolean isValid(HttpRequest<?> request, String token) {
        if (token.length() <= NONCE_LENGTH) {
            return false;
        }
        var nonce = token.substring(0, NONCE_LENGTH);
        return holder(request)
                .filter(holder -> Tickets.isSame(code(nonce, holder), token.substring(NONCE_LENGTH)))
                .isPresent();
    }

    private static Optional<String> holder(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class)
                .map(who -> "session " + who.sessionId())
                .or(() -> request.getCookies()
                        .findCookie(VISITOR_COOKIE)
                        .map(Cookie::getValue)
                        .filter(value -> value.length() == TICKET_LENGTH)
                        .map(value -> "visitor " + value));
    }

    private static String newVisitor(HttpRequest<?> request) {
        var known = request.getAttribute(NEW_VISITOR, String.class);
        var visitor = known.orElseGet(Tickets::create);
        request.setAttribute(NEW_VISITOR, visitor);
        return "visitor " + visitor;
    }

    private String code(String nonce, String holder) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.code("form", nonce + holder));
    }
}
