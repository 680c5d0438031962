package de.kreiskonzept.platform.identity.account;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the admin says who needs a second factor. */
@Hidden
@Controller("/{county}/konten/zweiter-faktor")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.ADMIN)
class AccountRulePages {
    private final AccountRules rules;
    private final Frames frames;

    AccountRulePages(AccountRules rules, Frames frames) {
        this.rules = rules;
        this.frames = frames;
    }

    /**
     * What the form sends.
     *
     * @param all null where the box is empty
     */
    @Serdeable
    record RuleForm(
            @Nullable String all, long version, @Nullable String csrfToken) {}

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, @QueryValue @Nullable String gespeichert) {
        var page = frames.of(request, "identity.rule.title");
        var notice = gespeichert == null ? page.notice() : Notice.success(page.t("identity.rule.saved"));
        return view(page.withNotice(notice), rules.get());
    }

    @Post
    HttpResponse<?> save(HttpRequest<?> request, SignedIn who, @Body RuleForm form) {
        try {
            rules.set(form.all() != null, form.version(), who);
            return HttpResponse.seeOther(URI.create(request.getPath() + "?gespeichert=ja"));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.PRECONDITION_FAILED) {
                throw refused;
            }
            var page = frames.of(request, "identity.rule.title");
            var errors =
                    FormErrors.none().with("all", refused.sentence(page.site().texts()));
            return HttpResponse.unprocessableEntity()
                    .body(view(
                            page.withErrors(errors),
                            new AccountRule(form.all() != null, rules.get().version())));
        }
    }

    private static ModelAndView<Map<String, Object>> view(PageFrame page, AccountRule rule) {
        var home = page.site().home();
        return new ModelAndView<>(
                "identity/rule",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("web.navigation.home"), home),
                                new Crumb(page.t("identity.accounts.title"), home + "konten"),
                                Crumb.here(page.title())),
                        "all",
                        rule.secondFactorForAll(),
                        "version",
                        String.valueOf(rule.version())));
    }
}
