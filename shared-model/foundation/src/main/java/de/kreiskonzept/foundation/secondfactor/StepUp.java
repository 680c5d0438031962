package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.form.SentForm.Field;
import de.kreiskonzept.foundation.web.problem.DirectPages;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a fresh code in the middle of a session; for five minutes it opens what is marked with {@link FreshCode}. */
@Singleton
@Requires(beans = SignInArea.class)
public final class StepUp {
    private static final String TITLE = "secondfactor.confirm.title";
    private static final String VIEW = "secondfactor/confirm";
    private static final String FIELD = "code";

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
    private final DirectPages pages;

    StepUp(CodeCheck codes, Sessions sessions, SignInArea area, PageFrames frames, DirectPages pages) {
        this.codes = codes;
        this.sessions = sessions;
        this.area = area;
        this.frames = frames;
        this.pages = pages;
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

    /** Takes the code of the page and leads on, or shows the page again with what is wrong. */
    public HttpResponse<?> confirm(HttpRequest<?> request, SignedIn who, StepUpForm form) {
        try {
            confirm(request, who, form.code() == null ? "" : form.code());
        } catch (Refusal refused) {
            var page = OwnAccount.withError(frames.of(request, TITLE), FIELD, refused);
            return OwnAccount.again(refused).body(view(request, form.weiter(), page));
        }
        return HttpResponse.seeOther(URI.create(ReturnPath.within(area.home(request), form.weiter())));
    }

    /** Answers a form that came without a fresh code: the page asks for one and keeps what was typed. */
    HttpResponse<?> page(HttpRequest<?> request, KeptForm form) {
        return pages.fill(
                HttpResponse.status(HttpStatus.FORBIDDEN), VIEW, model(frames.of(request, TITLE), form, KeptForm.CODE));
    }

    /**
     * Takes the code that came with a form and shows the button that sends the form again, or the page for the code with what is wrong. In
     * a session that has just given one it is not looked at: somebody pressed twice.
     */
    HttpResponse<?> confirm(HttpRequest<?> request, SignedIn who, KeptForm form, boolean isFresh) {
        try {
            if (!isFresh) {
                confirm(request, who, form.code() == null ? "" : form.code());
            }
            var page = frames.of(request, "secondfactor.confirm.done");
            return pages.fill(HttpResponse.ok(), "secondfactor/confirmed", Map.of("page", page, "form", form));
        } catch (Refusal refused) {
            var page = OwnAccount.withError(frames.of(request, TITLE), KeptForm.CODE, refused);
            return pages.fill(OwnAccount.again(refused), VIEW, model(page, form, KeptForm.CODE));
        }
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, @Nullable String next, PageFrame page) {
        var back = new Field(ReturnPath.PARAMETER, ReturnPath.within(area.home(request), next));
        var way = new KeptForm(area.home(request) + OwnAccount.CONFIRMATION, List.of(back), null);
        return new ModelAndView<>(VIEW, model(page, way, FIELD));
    }

    private static Map<String, Object> model(PageFrame page, KeptForm form, String field) {
        return Map.of("page", page, "form", form, "field", field, "minutes", SignedIn.FRESH.toMinutes());
    }
}
