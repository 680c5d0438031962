package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.web.Edge;
import de.kreiskonzept.foundation.web.RoutesContract;
import de.kreiskonzept.model.tenant.Slug;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class RoutesIT extends RoutesContract {
    private final PlatformUnderTest platform;
    private Workspace county;

    RoutesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Override
    protected Edge edge() throws Exception {
        county = platform.county();
        return EdgeIT.of(platform, county);
    }

    @Override
    protected Router router() {
        return platform.bean(Router.class);
    }

    @Override
    protected Map<String, String> variables() throws Exception {
        var account = platform.in(
                county,
                () -> platform.bean(People.class).create("eva@kreis.example", Roles.READER, "ein gutes Passwort"));
        return Map.of("county", county.slug(), "id", account.toString());
    }

    @Override
    protected List<String> amongThem() {
        return List.of(
                "/{county}/anmelden",
                "/{county}/abmelden",
                "/{county}/passwort-vergessen",
                "/{county}/konten/{id}/sperre",
                "/{county}/konzept/import");
    }

    @Override
    protected Set<String> forAnybody() {
        return Set.of("/{county}/oeffentlich/barriere");
    }

    @Override
    protected Set<String> reserved() {
        return Slug.RESERVED;
    }
}
