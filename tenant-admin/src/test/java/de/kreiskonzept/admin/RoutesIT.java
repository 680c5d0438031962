package de.kreiskonzept.admin;

import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.web.Edge;
import de.kreiskonzept.foundation.web.RoutesContract;
import de.kreiskonzept.model.tenant.Slug;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class RoutesIT extends RoutesContract {
    private final ConsoleUnderTest console;

    RoutesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Override
    protected Edge edge() {
        return EdgeIT.of(console);
    }

    @Override
    protected Router router() {
        return console.bean(Router.class);
    }

    @Override
    protected Map<String, String> variables() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(console.bean(Decision.class)
                .enter(request, Actor.without("Test"))
                .tenantId());
        console.bean(Provisioning.class).complete(id);
        return Map.of("id", id.toString());
    }

    @Override
    protected List<String> amongThem() {
        return List.of(
                "/anmelden",
                "/abmelden",
                "/registrieren",
                "/registrieren/bestaetigen/{token}",
                "/arbeitsbereiche/{id}/zustand");
    }

    @Override
    protected Set<String> reserved() {
        return Slug.RESERVED;
    }
}
