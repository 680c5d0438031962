package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the pages around a password have in common: their views, the rules of a password, the limit of requests. */
@Singleton
final class Doorway {
    private final Frames frames;
    private final Texts texts;
    private final SignInArea area;
    private final GuessLimit limit;
    private final HttpClientAddressResolver addresses;

    Doorway(Frames frames, Texts texts, SignInArea area, GuessLimit limit, HttpClientAddressResolver addresses) {
        this.frames = frames;
        this.texts = texts;
        this.area = area;
        this.limit = limit;
        this.addresses = addresses;
    }

    ModelAndView<Map<String, Object>> password(
            HttpRequest<?> request, String titleKey, Account account, FormErrors errors) {
        return new ModelAndView<>(
                "identity/password",
                Map.of(
                        "page", frames.of(request, titleKey).withErrors(errors),
                        "email", account.email(),
                        "action", request.getPath(),
                        "shortest", Passwords.MIN_LENGTH,
                        "longest", Passwords.MAX_LENGTH));
    }

    ModelAndView<Map<String, Object>> forgotten(HttpRequest<?> request, boolean sent) {
        return new ModelAndView<>(
                "identity/forgotten",
                Map.of(
                        "page", frames.of(request, "identity.forgotten.title"),
                        "home", area.home(request),
                        "sent", sent));
    }

    /** Counts a request for a link, so that nobody floods another person's mailbox. */
    void limit(HttpRequest<?> request, String email) {
        limit.attempt(
                "reset " + area.home(request) + " " + email.strip().toLowerCase(java.util.Locale.ROOT),
                addresses.resolve(request));
    }

    FormErrors errors(String password, String repeated) {
        if (!Passwords.isAllowed(password)) {
            return FormErrors.none()
                    .with(
                            "password",
                            texts.text("identity.password.length", Passwords.MIN_LENGTH, Passwords.MAX_LENGTH));
        }
        return password.equals(repeated)
                ? FormErrors.none()
                : FormErrors.none().with("repeated", texts.text("identity.password.different"));
    }
}
