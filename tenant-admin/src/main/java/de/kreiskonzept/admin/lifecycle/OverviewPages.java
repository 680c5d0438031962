package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.job.Health;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.SignupState;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The start page of the console: what waits for a decision, and how many workspaces are in which state. */
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class OverviewPages {
    private static final int SHOWN = 20;

    private final Signups signups;
    private final Tenants tenants;
    private final Health health;
    private final CountyCatalogue catalogue;
    private final Frames frames;
    private final Moments moments;

    OverviewPages(
            Signups signups,
            Tenants tenants,
            Health health,
            CountyCatalogue catalogue,
            Frames frames,
            Moments moments) {
        this.signups = signups;
        this.tenants = tenants;
        this.health = health;
        this.catalogue = catalogue;
        this.frames = frames;
        this.moments = moments;
    }

    @Get
    ModelAndView<Map<String, Object>> overview(HttpRequest<?> request) {
        var counts = new LinkedHashMap<TenantState, Long>();
        for (var state : TenantState.values()) {
            var count = tenants.count(new TenantFilter("", state));
            if (count > 0) {
                counts.put(state, count);
            }
        }
        var model = new HashMap<String, Object>();
        model.put("page", frames.of(request, "lifecycle.overview.title"));
        model.put("waiting", signups.list(SignupState.VERIFIED, 0, SHOWN));
        model.put("counts", counts);
        model.put("catalogue", catalogue);
        model.put("moments", moments);
        model.put("health", health.look());
        return new ModelAndView<>("lifecycle/overview", model);
    }
}
