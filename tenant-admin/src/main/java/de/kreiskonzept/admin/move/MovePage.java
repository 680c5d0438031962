package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows where a county stands, where it could go, and how far its move is. */
@Singleton
final class MovePage {
    static final String PATH = "/arbeitsbereiche/{id}/umzug";

    private final Moves moves;
    private final Tenants tenants;
    private final Frames frames;
    private final Moments moments;

    MovePage(Moves moves, Tenants tenants, Frames frames, Moments moments) {
        this.moves = moves;
        this.tenants = tenants;
        this.frames = frames;
        this.moments = moments;
    }

    /** What was typed, and what is wrong with it. */
    record Typed(MoveForm form, FormErrors errors) {
        static final Typed NOTHING = new Typed(MoveForm.EMPTY, FormErrors.none());
    }

    /** Lets a browser look again while the move is under way. */
    MutableHttpResponse<?> fill(
            MutableHttpResponse<Object> response, HttpRequest<?> request, SignedIn who, UUID id, Typed typed) {
        var tenant = tenants.get(id);
        var latest = moves.findLatest(id).orElse(null);
        var page = frames.of(request, "move.title", tenant.name());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "page",
                page.withErrors(typed.errors())
                        .withBreadcrumb(
                                new Crumb(page.t("lifecycle.list.title"), "/arbeitsbereiche"),
                                new Crumb(tenant.name(), "/arbeitsbereiche/" + id),
                                Crumb.here(page.t("move.crumb"))));
        model.put("tenant", tenant);
        model.put("latest", latest);
        model.put("targets", moves.targets(tenant));
        model.put("typed", typed.form());
        model.put("fresh", who.proof().isFresh(moments.now()));
        model.put("operator", who.role().equals(Roles.OPERATOR));
        model.put("moments", moments);
        response.body(new ModelAndView<>("move/move", model));
        return latest != null && latest.isUnderWay() ? response.header("Refresh", "2") : response;
    }
}
