package de.kreiskonzept.admin.account;

import de.kreiskonzept.admin.operator.OperatorAccount;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.operator.Staff;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which an operator sees who has an account of the provider, and changes the role of one. */
@Hidden
@Controller(StaffPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class StaffPages {
    static final String PATH = "/konten";

    private final Staff staff;
    private final Frames frames;

    StaffPages(Staff staff, Frames frames) {
        this.staff = staff;
        this.frames = frames;
    }

    /** What the form of one account sends. */
    @Serdeable
    record RoleForm(
            @Nullable Long version,
            @Nullable String role,
            @Nullable String csrfToken) {
        String chosen() {
            return Objects.requireNonNullElse(role, "");
        }

        long read() {
            return version == null ? -1 : version;
        }
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, @QueryValue(defaultValue = "1") int page, @QueryValue @Nullable String erledigt) {
        var number = Math.clamp(page, 1, Integer.MAX_VALUE / ListPart.USUAL);
        var frame = frames.of(request, "operator.staff.title");
        return new ModelAndView<>(
                "account/staff",
                Map.of(
                        "page",
                        erledigt == null ? frame : frame.withNotice(Notice.success(frame.t("operator.staff.done"))),
                        "accounts",
                        staff.list((number - 1L) * ListPart.USUAL, ListPart.USUAL),
                        "paging",
                        new Paging(number, ListPart.USUAL, staff.count(), PATH)));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, UUID id) {
        var account = staff.get(id);
        return view(account, account.role(), frame(request, account));
    }

    /** Whoever gives the own role away sees the start page, because this one is shut from then on. */
    @Post("/{id}/rolle")
    @FreshCode
    HttpResponse<?> changeRole(HttpRequest<?> request, SignedIn who, UUID id, @Body RoleForm form) {
        try {
            var actor = new Actor(who.accountId(), who.name());
            var account = staff.changeRole(id, form.chosen(), form.read(), actor);
            var left = id.equals(who.accountId()) && !account.role().equals(Roles.OPERATOR);
            return HttpResponse.seeOther(URI.create(left ? "/" : PATH + "?erledigt=rolle"));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var account = staff.get(id);
            var frame = frame(request, account);
            var errors =
                    FormErrors.none().with("role", refused.sentence(frame.site().texts()));
            return HttpResponse.unprocessableEntity().body(view(account, form.chosen(), frame.withErrors(errors)));
        }
    }

    private PageFrame frame(HttpRequest<?> request, OperatorAccount account) {
        var frame = frames.of(request, "operator.staff.account", account.name());
        return frame.withBreadcrumb(new Crumb(frame.t("operator.staff.title"), PATH), Crumb.here(account.name()));
    }

    private static ModelAndView<Map<String, Object>> view(OperatorAccount account, String role, PageFrame frame) {
        return new ModelAndView<>(
                "account/role",
                Map.of(
                        "page", frame,
                        "account", account,
                        "role", role,
                        "roles", roles(frame),
                        "action", PATH + "/" + account.id() + "/rolle"));
    }

    private static List<Choice> roles(PageFrame frame) {
        return Roles.list().stream()
                .map(role -> Choice.of(role, frame.t("operator.role." + role))
                        .withHint(frame.t("operator.roleHint." + role)))
                .toList();
    }
}
