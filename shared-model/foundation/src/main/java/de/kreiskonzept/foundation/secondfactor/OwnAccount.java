package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.secondfactor.Enrolment.Confirmation;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages on which people set their second factor up, renew its recovery codes and switch it off. */
@Singleton
@Requires(beans = SignInArea.class)
public final class OwnAccount {
    /** Path of the page behind the start page that sets a second factor up. */
    static final String ENROLMENT = "konto/zweiter-faktor";

    /** Path of the page behind the start page that asks for a fresh code. */
    static final String CONFIRMATION = "konto/bestaetigen";

    /**
     * What the form with the first code sends.
     *
     * @param offer the sealed secret that the page has offered
     * @param password null where the page has not asked for it
     */
    @Serdeable
    public record EnrolmentForm(
            @Nullable String offer,
            @Nullable String code,
            @Nullable String password,
            @Nullable String csrfToken) {}

    /** What the form for switching off sends. */
    @Serdeable
    public record SwitchOffForm(
            @Nullable String password,
            @Nullable String code,
            @Nullable String csrfToken) {}

    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final SwitchOff switchOff;
    private final SignInArea area;
    private final PageFrames frames;

    OwnAccount(SecondFactors factors, Enrolment enrolment, SwitchOff switchOff, SignInArea area, PageFrames frames) {
        this.factors = factors;
        this.enrolment = enrolment;
        this.switchOff = switchOff;
        this.area = area;
        this.frames = frames;
    }

    /** Returns the page that offers a secret. */
    public ModelAndView<Map<String, Object>> enrol(HttpRequest<?> request, SignedIn who) {
        var page = enrolmentPage(request, who);
        return enrolView(
                request, who, page, enrolment.offer(request, who, page.site().name()));
    }

    /** Keeps the offered secret and shows the recovery codes, or the page again with what is wrong and the same secret. */
    public HttpResponse<?> confirm(HttpRequest<?> request, SignedIn who, EnrolmentForm form) {
        var sealed = text(form.offer());
        var page = enrolmentPage(request, who);
        var missing = missing(page, enrolment.wantsPassword(who), form.password(), form.code());
        if (!missing.isEmpty()) {
            var offer = enrolment.again(request, who, page.site().name(), sealed);
            return HttpResponse.unprocessableEntity().body(enrolView(request, who, page.withErrors(missing), offer));
        }
        try {
            var said = new Confirmation(sealed, text(form.code()), form.password());
            return HttpResponse.ok(codesView(request, enrolment.confirm(request, who, said)));
        } catch (Refusal refused) {
            var answer = again(refused);
            var offer = enrolment.again(request, who, page.site().name(), sealed);
            return answer.body(enrolView(request, who, withError(page, field(refused), refused), offer));
        }
    }

    /** Makes new recovery codes and shows them. */
    public ModelAndView<Map<String, Object>> renewRecoveryCodes(HttpRequest<?> request, SignedIn who) {
        return codesView(request, factors.renewRecoveryCodes(request, who));
    }

    /** Returns the page on which the second factor is switched off. */
    public ModelAndView<Map<String, Object>> switchOff(HttpRequest<?> request, SignedIn who) {
        factors.requireFree(who);
        return switchOffView(request, who, frames.of(request, "secondfactor.off.title"));
    }

    /** Switches the second factor off, or shows the page again with what is wrong. */
    public HttpResponse<?> switchOff(HttpRequest<?> request, SignedIn who, SwitchOffForm form) {
        factors.requireFree(who);
        var page = frames.of(request, "secondfactor.off.title");
        var missing = missing(page, switchOff.wantsPassword(who), form.password(), form.code());
        if (!missing.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(switchOffView(request, who, page.withErrors(missing)));
        }
        try {
            switchOff.make(request, who, text(form.password()), text(form.code()));
            return HttpResponse.seeOther(URI.create(path(request) + "?erledigt=abgeschaltet"));
        } catch (Refusal refused) {
            return again(refused).body(switchOffView(request, who, withError(page, field(refused), refused)));
        }
    }

    /** What is not filled in. It is no attempt; of what is filled in but wrong only the password is named before it is right. */
    private static FormErrors missing(
            PageFrame page, boolean wantsPassword, @Nullable String password, @Nullable String code) {
        var texts = page.site().texts();
        var errors = wantsPassword && text(password).isEmpty()
                ? FormErrors.none().with("password", texts.text("secondfactor.password.missing"))
                : FormErrors.none();
        return text(code).isBlank() ? errors.with("code", texts.text("secondfactor.code.empty")) : errors;
    }

    /**
     * Begins the answer that shows a page again after a wrong password or code, or too many of them.
     *
     * @throws Refusal the same, where typing once more does not help
     */
    static MutableHttpResponse<Object> again(Refusal refused) {
        if (refused.status() == HttpStatus.UNAUTHORIZED) {
            return HttpResponse.unprocessableEntity();
        }
        var wait = refused.retryAfter().orElseThrow(() -> refused);
        return HttpResponse.status(refused.status()).header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    }

    private static String field(Refusal refused) {
        return refused.slug().equals("wrong-code") ? "code" : "password";
    }

    static PageFrame withError(PageFrame page, String field, Refusal refused) {
        return page.withErrors(
                FormErrors.none().with(field, refused.sentence(page.site().texts())));
    }

    private PageFrame enrolmentPage(HttpRequest<?> request, SignedIn who) {
        var page = frames.of(request, "secondfactor.enrol.title");
        return who.proof().mustEnrol() ? page : page.withBreadcrumb(up(request, page), Crumb.here(page.title()));
    }

    private ModelAndView<Map<String, Object>> enrolView(
            HttpRequest<?> request, SignedIn who, PageFrame page, Offer offer) {
        return new ModelAndView<>(
                "secondfactor/enrol",
                Map.of(
                        "page",
                        page,
                        "action",
                        area.home(request) + ENROLMENT,
                        "offer",
                        offer,
                        "proof",
                        who.proof(),
                        "password",
                        enrolment.wantsPassword(who)));
    }

    private ModelAndView<Map<String, Object>> codesView(HttpRequest<?> request, List<String> codes) {
        var page = frames.of(request, "secondfactor.codes.title");
        return new ModelAndView<>(
                "secondfactor/codes",
                Map.of(
                        "page", page.withBreadcrumb(up(request, page), Crumb.here(page.title())),
                        "codes", codes,
                        "path", path(request)));
    }

    private ModelAndView<Map<String, Object>> switchOffView(HttpRequest<?> request, SignedIn who, PageFrame page) {
        return new ModelAndView<>(
                "secondfactor/off",
                Map.of(
                        "page", page.withBreadcrumb(up(request, page), Crumb.here(page.title())),
                        "path", path(request),
                        "password", switchOff.wantsPassword(who)));
    }

    private Crumb up(HttpRequest<?> request, PageFrame page) {
        return new Crumb(page.t("secondfactor.account.title"), path(request));
    }

    private String path(HttpRequest<?> request) {
        return area.home(request) + AccountOverview.PATH;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
