package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers requests without a right: programs get 401 or 403, people get the sign-in page or a page that explains. */
@Singleton
@Requires(beans = SignInArea.class)
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class Denied implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private final Problems problems;
    private final SignInArea area;

    Denied(Problems problems, SignInArea area) {
        this.problems = problems;
        this.area = area;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException denied) {
        if (denied.isForbidden()) {
            RefusedAccess.ROLE.note(request);
            return problems.answer(request, Refusal.forbidden());
        }
        if (Problems.isForPrograms(request)) {
            return problems.answer(request, new Refusal(HttpStatus.UNAUTHORIZED, "not-signed-in", "problem.signIn"))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return HttpResponse.seeOther(URI.create(signIn((HttpRequest<?>) request)));
    }

    private String signIn(HttpRequest<?> request) {
        var page = area.signInPath(request);
        return request.getMethod() == HttpMethod.GET
                ? page + "?" + ReturnPath.PARAMETER + "="
                        + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8)
                : page;
    }
}
