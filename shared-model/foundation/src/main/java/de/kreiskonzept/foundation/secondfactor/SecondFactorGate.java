package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.route.DeclaredRoles;
import de.kreiskonzept.foundation.route.WaitingThreads;
import de.kreiskonzept.foundation.signin.RefusedAccess;
import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.problem.Problems;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets people who need a second factor and have none do nothing but set one up, and asks for a fresh code where a route wants one. People
 * are led to the page for it, which keeps the form that they have sent; programs get a problem.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(beans = SignInArea.class)
final class SecondFactorGate implements Ordered {
    private static final int AFTER_CLEAN_INPUT = 110;

    private final SignInArea area;
    private final Clock clock;
    private final StepUp stepUp;
    private final WaitingThreads threads;

    SecondFactorGate(SignInArea area, Clock clock, StepUp stepUp, WaitingThreads threads) {
        this.area = area;
        this.clock = clock;
        this.stepUp = stepUp;
        this.threads = threads;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + AFTER_CLEAN_INPUT;
    }

    /** Only a request that wants a fresh code waits for another thread. */
    @RequestFilter
    Publisher<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        var who = request.getUserPrincipal(SignedIn.class);
        var route = RouteAttributes.getRouteMatch(request);
        if (who.isEmpty() || route.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        var wanted = route.get().getRouteInfo();
        if (who.get().proof().mustEnrol() && !isOpen(wanted)) {
            return Mono.fromCallable(() -> Optional.of(enrolFirst(request)));
        }
        if (!wanted.getAnnotationMetadata().hasAnnotation(FreshCode.class)) {
            return Mono.just(Optional.empty());
        }
        return threads.call(() -> Optional.ofNullable(wantCode(request, who.get())));
    }

    private @Nullable HttpResponse<?> wantCode(HttpRequest<?> request, SignedIn who) {
        var isFresh = who.proof().isFresh(OffsetDateTime.now(clock));
        if (Problems.isForPrograms(request)) {
            return isFresh ? null : codeFirst(request);
        }
        var form = KeptForm.of(request);
        if (form.isPresent() && form.get().code() != null) {
            return stepUp.confirm(request, who, form.get(), isFresh);
        }
        if (isFresh) {
            return null;
        }
        return form.<HttpResponse<?>>map(kept -> codeFirst(request, kept)).orElseGet(() -> codeFirst(request));
    }

    /** Whether somebody who has to set a second factor up first may call it all the same. */
    static boolean isOpen(RouteInfo<?> wanted) {
        return wanted.getAnnotationMetadata().hasAnnotation(BeforeEnrolment.class)
                || DeclaredRoles.of(wanted).contains(SecurityRule.IS_ANONYMOUS);
    }

    private HttpResponse<?> enrolFirst(HttpRequest<?> request) {
        RefusedAccess.SECOND_FACTOR.note(request);
        if (Problems.isForPrograms(request)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "second-factor-not-set-up", "secondfactor.enrol.first");
        }
        return HttpResponse.seeOther(URI.create(area.home(request) + OwnAccount.ENROLMENT));
    }

    private HttpResponse<?> codeFirst(HttpRequest<?> request, KeptForm form) {
        RefusedAccess.FRESH_CODE.note(request);
        return stepUp.page(request, form);
    }

    private HttpResponse<?> codeFirst(HttpRequest<?> request) {
        RefusedAccess.FRESH_CODE.note(request);
        if (Problems.isForPrograms(request)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "fresh-code-required", "secondfactor.confirm.first");
        }
        return HttpResponse.seeOther(
                URI.create(area.home(request) + OwnAccount.CONFIRMATION + ReturnPath.query(origin(request))));
    }

    /** The page that was asked for, or the one that a form stands on: its address comes from the browser and is checked once more there. */
    private static String origin(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.GET) {
            return request.getUri().toString();
        }
        var sender = request.getHeaders().get("Referer");
        if (sender == null) {
            return "";
        }
        var page = sender.indexOf('/', sender.indexOf("//") + 2);
        return page < 0 ? "" : sender.substring(page);
    }
}
