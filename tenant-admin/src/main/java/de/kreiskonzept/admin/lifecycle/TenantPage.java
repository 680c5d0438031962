package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows one workspace: how far it is built, what can be done about it, its history. */
@Singleton
final class TenantPage {
    static final String PATH = "/arbeitsbereiche";

    private final Tenants tenants;
    private final WorkspaceFacts facts;
    private final Frames frames;
    private final Moments moments;
    private final SiteUrls urls;
    private final Transition transition;

    TenantPage(
            Tenants tenants,
            WorkspaceFacts facts,
            Frames frames,
            Moments moments,
            SiteUrls urls,
            Transition transition) {
        this.tenants = tenants;
        this.facts = facts;
        this.frames = frames;
        this.moments = moments;
        this.urls = urls;
        this.transition = transition;
    }

    /**
     * What was typed into one of the forms, and what is wrong with it.
     *
     * @param action text of the chosen action, empty for none
     * @param reason empty for nothing
     */
    record Typed(String action, String reason, FormErrors errors) {
        static final Typed NOTHING = new Typed("", "", FormErrors.none());
    }

    /** Lets a browser look again while the workspace is being built. */
    MutableHttpResponse<?> fill(
            MutableHttpResponse<Object> response, HttpRequest<?> request, SignedIn who, UUID id, Typed typed) {
        var tenant = tenants.get(id);
        var page = frames.of(request, "lifecycle.detail.title", tenant.name());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "page",
                page.withErrors(typed.errors())
                        .withNotice(notice(request, page))
                        .withBreadcrumb(new Crumb(page.t("lifecycle.list.title"), PATH), Crumb.here(tenant.name())));
        model.put("tenant", tenant);
        model.putAll(facts.of(id));
        model.put("moments", moments);
        model.put("action", typed.action());
        model.put("reason", typed.reason());
        model.put("fresh", who.proof().isFresh(moments.now()));
        model.put("exportable", who.role().equals(Roles.OPERATOR) && Export.isPossible(tenant.state()));
        model.put("actions", who.role().equals(Roles.OPERATOR) ? transition.possible(tenant) : List.<TenantAction>of());
        model.put("deletable", isDeletable(tenant.state()));
        model.put("movable", tenant.state() == TenantState.MOVING || Moves.isPossible(tenant.state()));
        model.put("address", urls.platform("/" + tenant.slug() + "/"));
        response.body(new ModelAndView<>("lifecycle/detail", model));
        return tenant.state() == TenantState.APPROVED || tenant.state() == TenantState.PROVISIONING
                ? response.header("Refresh", "2")
                : response;
    }

    /** Whether there is something to say about the deletion of its data. */
    private static boolean isDeletable(TenantState state) {
        return Deletions.isPossible(state) || state == TenantState.DELETING || state == TenantState.DELETED;
    }

    private static @Nullable Notice notice(HttpRequest<?> request, PageFrame page) {
        var done = request.getParameters().get("erledigt", String.class, "");
        return Arrays.stream(TenantAction.values())
                .filter(action -> action != TenantAction.RETRY && action.text().equals(done))
                .findFirst()
                .map(action -> Notice.success(page.t("lifecycle.action." + action.text() + ".done")))
                .orElse(null);
    }
}
