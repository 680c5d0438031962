package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.foundation.job.UsualLimits;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.TestTicker;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How often the registry is asked for the counties that people come to. */
@ExtendWith(PlatformUnderTest.Given.class)
class WorkspacesIT {
    private static final int MANY = 50;
    private static final String ONE = "WHERE slug = ?";

    private final PlatformUnderTest platform;
    private Workspaces workspaces;

    WorkspacesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void asAfterAStart() {
        workspaces = new Workspaces(
                platform.bean(DSLContext.class),
                platform.bean(Registry.class),
                platform.bean(Ticker.class),
                platform.bean(UsualLimits.class));
    }

    @Test
    void asksForTheOneCountyAfterAStartAndOnceInFourSeconds() throws Exception {
        var county = platform.county();
        assertThat(asked(county)).singleElement().asString().contains(ONE);
        assertThat(asked(county)).isEmpty();
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(4));
        assertThat(asked(county)).singleElement().asString().contains(ONE);
    }

    @Test
    void readsTheRegistryAsAWholeOnceManyAreAskedFor() throws Exception {
        var county = platform.county();
        var other = platform.county();
        for (var number = 0; number < MANY; number++) {
            assertThat(workspaces.find("gibt-es-nicht-" + number)).isEmpty();
        }
        assertThat(asked(county)).singleElement().asString().doesNotContain(ONE);
        assertThat(asked(other)).as("known with the others").isEmpty();
        var young = platform.county();
        assertThat(asked(young))
                .as("came after that")
                .singleElement()
                .asString()
                .contains(ONE);
        platform.become(county, TenantState.SUSPENDED);
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(4));
        assertThat(workspaces.find(county.slug()))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(TenantState.SUSPENDED));
    }

    /** What the registry was asked while this county was found. */
    private List<String> asked(Workspace county) {
        var statements = platform.bean(Statements.class);
        statements.forget();
        assertThat(workspaces.find(county.slug())).contains(county);
        return statements.about("schema_name, role_name");
    }
}
