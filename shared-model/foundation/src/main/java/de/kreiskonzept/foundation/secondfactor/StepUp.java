package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a fresh code in the middle of a session; for five minutes it opens what is marked with {@link FreshCode}. */
@Singleton
@Requires(beans = SignInArea.class)
public final class StepUp {
    private static final String TITLE = "secondfactor.confirm.title";

    /** A code of the own second factor: six digits of the app, or a recovery code. */
    @Serdeable
    @Schema(name = "Code")
    public record Code(@NotBlank @Size(max = 40) String code) {}

    /**
     * What the page sends.
     *
     * @param weiter path of the page that the person wanted to see
     */
    @Serdeable
    public record StepUpForm(
            @Nullable String code,
            @Nullable String weiter,
            @Nullable String csrfToken) {}

    private final CodeCheck codes;
    private final Sessions sessions;
    private final SignInArea area;
    private final PageFrames frames;

    StepUp(CodeCheck codes, Sessions sessions, SignInArea area, PageFrames frames) {
        this.codes = codes;
        this.sessions = sessions;
        this.area = area;
        this.frames = frames;
    }

    /**
     * Takes a code.
     *
     * @throws Refusal 401 when it is wrong, 429 after too many attempts
     */
    public void confirm(HttpRequest<?> request, SignedIn who, String code) {
        codes.check(request, who.accountId(), code);
        sessions.noteCode(area.tenant(request).orElseThrow(Refusal::notFound), who.sessionId());
    }

    /**
     * Returns the page that asks for a code.
     *
     * @param next path of the page that the person wanted to see; null for the start page
     */
    public ModelAndView<Map<String, Object>> page(HttpRequest<?> request, @Nullable String next) {
        return view(request, next, frames.of(request, TITLE));
    }

    /**
     * Takes the code of the page and leads on, or shows the page again with what is wrong.
     *
     * @throws Refusal 429 after too many attempts
     */
    public HttpResponse<?> confirm(HttpRequest<?> request, SignedIn who, StepUpForm form) {
        try {
            confirm(request, who, form.code() == null ? "" : form.code());
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNAUTHORIZED) {
                throw refused;
            }
            var page = frames.of(request, TITLE);
            var errors =
                    FormErrors.none().with("code", refused.sentence(page.site().texts()));
            return HttpResponse.unprocessableEntity().body(view(request, form.weiter(), page.withErrors(errors)));
        }
        return HttpResponse.seeOther(URI.create(ReturnPath.within(area.home(request), form.weiter())));
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, @Nullable String next, PageFrame page) {
        return new ModelAndView<>(
                "secondfactor/confirm",
                Map.of(
                        "page",
                        page,
                        "action",
                        area.home(request) + OwnAccount.CONFIRMATION,
                        "minutes",
                        SignedIn.FRESH.toMinutes(),
                        "next",
                        ReturnPath.within(area.home(request), next)));
    }
}
