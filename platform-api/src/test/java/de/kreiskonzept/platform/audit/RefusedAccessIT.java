package de.kreiskonzept.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.audit.RefusalsContract;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.web.router.Router;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class RefusedAccessIT extends RefusalsContract {
    private final PlatformUnderTest platform;
    private Workspace county;

    RefusedAccessIT(PlatformUnderTest platform) throws SQLException {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyOfItsOwn() throws SQLException {
        county = platform.county();
    }

    @Override
    protected Router router() {
        return platform.bean(Router.class);
    }

    @Override
    protected String url() {
        return platform.url();
    }

    @Override
    protected String schema() {
        return county.schema();
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("county", county.slug());
    }

    @Override
    protected String role() {
        return Roles.READER;
    }

    @Override
    protected String token() throws Exception {
        return platform.token(county, Roles.READER);
    }

    @Override
    protected String cookie() {
        return "kk_session";
    }

    @Test
    void anAccountOfAnotherCountyLeavesOneEntryWhereItKnockedAndNoneAtHome() throws Exception {
        var other = platform.county();
        var token = platform.token(other, Roles.ADMIN);
        assertThat(platform.get("/api/v1/" + county.slug() + "/protokoll", token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(entries(county)).isEqualTo("1 fremdes Konto other-tenant");
        assertThat(entries(other)).startsWith("0");
    }

    private static String entries(Workspace of) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var row = superuser
                        .createStatement()
                        .executeQuery(
                                "SELECT concat_ws(' ', count(*), min(actor_name), min(detail)) FROM %s.audit_entry"
                                        .formatted(of.schema()))) {
            row.next();
            return row.getString(1);
        }
    }
}
