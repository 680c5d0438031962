package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts of the county, for its admin. */
@Hidden
@Controller("/{county}/konten")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.ADMIN)
class AccountPages {
    private static final int ROWS = 50;

    private final Accounts accounts;
    private final AccountStore store;
    private final FactorReset factors;
    private final Frames frames;
    private final Texts texts;
    private final SignInArea area;

    AccountPages(
            Accounts accounts, AccountStore store, FactorReset factors, Frames frames, Texts texts, SignInArea area) {
        this.accounts = accounts;
        this.store = store;
        this.factors = factors;
        this.frames = frames;
        this.texts = texts;
        this.area = area;
    }

    /** What the form for an invitation sends. */
    @Serdeable
    record InvitationForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String csrfToken) {
        AccountForm account() {
            return new AccountForm(
                    email == null ? "" : email, name == null ? "" : name, role == null ? Roles.READER : role);
        }
    }

    /** What the buttons of one account send. */
    @Serdeable
    record ChangeForm(
            long version, @Nullable String role, @Nullable String csrfToken) {}

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, @QueryValue(defaultValue = "1") int page, @QueryValue @Nullable String erledigt) {
        var frame = frames.of(request, "identity.accounts.title");
        return listView(request, page, erledigt == null ? frame : frame.withNotice(done(erledigt)));
    }

    private Notice done(String what) {
        return switch (what) {
            case "eingeladen", "rolle", "gesperrt", "entsperrt", "faktor" ->
                Notice.success(texts.text("identity.accounts.done." + what));
            default -> Notice.success(texts.text("identity.accounts.done.gespeichert"));
        };
    }

    private ModelAndView<Map<String, Object>> listView(HttpRequest<?> request, int page, PageFrame frame) {
        var number = Math.clamp(page, 1, Integer.MAX_VALUE / ROWS);
        var path = area.home(request) + "konten";
        return new ModelAndView<>(
                "identity/accounts",
                Map.of(
                        "page",
                        frame.withBreadcrumb(home(request), Crumb.here(frame.title())),
                        "accounts",
                        store.list((number - 1L) * ROWS, ROWS).stream()
                                .map(AccountView::of)
                                .toList(),
                        "paging",
                        new Paging(number, ROWS, store.count(), path),
                        "path",
                        path));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, UUID id, SignedIn who) {
        var account = store.get(id);
        return accountView(request, account, who, frames.of(request, "identity.account.title", account.name()));
    }

    private ModelAndView<Map<String, Object>> accountView(
            HttpRequest<?> request, Account account, SignedIn who, PageFrame frame) {
        var list = area.home(request) + "konten";
        return new ModelAndView<>(
                "identity/account",
                Map.of(
                        "page", frame.withBreadcrumb(home(request), accountsCrumb(list), Crumb.here(account.name())),
                        "account", AccountView.of(account),
                        "roles", roles(),
                        "factor", factors.isPossible(account.id(), who),
                        "openId", area.otherWay(request).isPresent(),
                        "path", list + "/" + account.id()));
    }

    private Crumb accountsCrumb(String path) {
        return new Crumb(texts.text("identity.accounts.title"), path);
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> invitation(HttpRequest<?> request) {
        return invitation(request, AccountForm.empty(), FormErrors.none());
    }

    @Post("/neu")
    HttpResponse<?> invite(HttpRequest<?> request, @Body InvitationForm form, SignedIn who) {
        var account = form.account();
        var errors = account.errors(texts);
        if (errors.isEmpty()) {
            try {
                accounts.invite(account, who);
                return done(request, "eingeladen");
            } catch (Refusal refused) {
                errors = errors.with("email", refused.sentence(texts));
            }
        }
        return HttpResponse.unprocessableEntity().body(invitation(request, account, errors));
    }

    @Post("/{id}/einladung")
    HttpResponse<?> inviteAgain(HttpRequest<?> request, UUID id, SignedIn who) {
        accounts.inviteAgain(id, who);
        return done(request, "eingeladen");
    }

    @Post("/{id}/rolle")
    @FreshCode
    HttpResponse<?> changeRole(HttpRequest<?> request, UUID id, @Body ChangeForm form, SignedIn who) {
        return attempt(
                request,
                id,
                who,
                "rolle",
                () -> accounts.changeRole(id, form.role() == null ? "" : form.role(), form.version(), who));
    }

    @Post("/{id}/sperre")
    HttpResponse<?> suspend(HttpRequest<?> request, UUID id, @Body ChangeForm form, SignedIn who) {
        return attempt(request, id, who, "gesperrt", () -> accounts.suspend(id, form.version(), who));
    }

    @Post("/{id}/freigabe")
    HttpResponse<?> resume(HttpRequest<?> request, UUID id, @Body ChangeForm form, SignedIn who) {
        return attempt(request, id, who, "entsperrt", () -> accounts.resume(id, form.version(), who));
    }

    @Post("/{id}/zweiter-faktor")
    @FreshCode
    HttpResponse<?> resetFactor(HttpRequest<?> request, UUID id, SignedIn who) {
        return attempt(request, id, who, "faktor", () -> factors.make(id, who));
    }

    private HttpResponse<?> attempt(HttpRequest<?> request, UUID id, SignedIn who, String done, Runnable change) {
        try {
            change.run();
            return done(request, done);
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var notice = new Notice(Notice.Kind.DANGER, refused.sentence(texts), "");
            var account = store.get(id);
            var frame = frames.of(request, "identity.account.title", account.name());
            return HttpResponse.unprocessableEntity()
                    .body(accountView(request, account, who, frame.withNotice(notice)));
        }
    }

    private HttpResponse<?> done(HttpRequest<?> request, String what) {
        return HttpResponse.seeOther(URI.create(area.home(request) + "konten?erledigt=" + what));
    }

    private ModelAndView<Map<String, Object>> invitation(HttpRequest<?> request, AccountForm form, FormErrors errors) {
        var frame = frames.of(request, "identity.invite.title").withErrors(errors);
        var path = area.home(request) + "konten";
        return new ModelAndView<>(
                "identity/invite",
                Map.of(
                        "page", frame.withBreadcrumb(home(request), accountsCrumb(path), Crumb.here(frame.title())),
                        "name", form.name(),
                        "email", form.email(),
                        "role", form.role(),
                        "roles", roles(),
                        "path", path));
    }

    private Crumb home(HttpRequest<?> request) {
        return new Crumb(texts.text("web.navigation.home"), area.home(request));
    }

    private List<Choice> roles() {
        return Roles.list().stream()
                .map(role -> Choice.of(role, texts.text("identity.role." + role))
                        .withHint(texts.text("identity.roleHint." + role)))
                .toList();
    }
}
