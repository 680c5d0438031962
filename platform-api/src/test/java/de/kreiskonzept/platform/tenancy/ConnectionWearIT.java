package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ConnectionWearIT {
    @Test
    void retiresAConnectionThatHasSeenManyCounties(PlatformUnderTest platform) throws Exception {
        Map<String, Object> settings = new HashMap<>(PlatformUnderTest.settings(1));
        settings.put("kreiskonzept.counties-per-connection", 3);
        List<String> servers = new ArrayList<>();
        try (var context = ApplicationContext.run(settings, "platform", "local", "test")) {
            for (int i = 0; i < 4; i++) {
                Workspace county = platform.county();
                servers.add(context.getBean(Workspaces.class).in(county, context.getBean(Canary.class)::server));
            }
        }
        assertThat(servers.subList(0, 3)).as("the first three counties").containsOnly(servers.getFirst());
        assertThat(servers.getLast()).as("the fourth county").isNotEqualTo(servers.getFirst());
    }
}
