package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.web.Edge;
import de.kreiskonzept.foundation.web.EdgeContract;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class EdgeIT extends EdgeContract {
    private final PlatformUnderTest platform;

    EdgeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Override
    protected Edge edge() throws Exception {
        return of(platform, platform.county());
    }

    /** The platform with an admin of this county. */
    static Edge of(PlatformUnderTest platform, Workspace county) throws Exception {
        var token = platform.token(county, Roles.ADMIN);
        var home = "/" + county.slug() + "/";
        return new Edge(
                platform.url(),
                home,
                "kk_session=" + token,
                token,
                home + "konten/neu",
                "email=eva@kreis.example&role=reader&name=%s",
                platform.cookie(county, Roles.LEAD),
                List.of(home + "konzept/import"),
                "/api/v1/" + county.slug() + "/konten",
                "{\"email\":\"uwe@kreis.example\",\"role\":\"reader\",\"name\":\"%s\"}",
                "/api/v1/" + county.slug() + "/protokoll",
                county.schema());
    }
}
