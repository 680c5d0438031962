package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README no longer lets pass is found. */
class WriteWatchIT {
    @Test
    void aRequestAndAJobThatLeaveNoEntryAreNamedWithTableAndColumns(@TempDir Path folder) throws Exception {
        var settings = ConsoleUnderTest.settings();
        settings.put(
                WriteWatch.SETTING,
                WriteWatch.readmeWithout(
                        folder, "update operator_session last_used_at", "update spare_schema kept_until"));
        try (var console = ConsoleUnderTest.on(settings)) {
            var token = console.token(Roles.OPERATOR);
            console.bean(MovableClock.class).advance(Duration.ofMinutes(6));
            assertThat(console.send(console.request("/api/v1/tenants").header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
            console.<Boolean>job("fill a schema", () -> {
                var spares = console.bean(SpareSchemas.class);
                var name = console.bean(WorkspaceSchema.class).newName();
                spares.begin(new Place(DataSources.DEFAULT, name));
                spares.prolong(name);
                spares.removed(name);
                return true;
            });
        }
        assertThatThrownBy(WriteWatch::assertOneEntryEach)
                .hasMessageContaining(
                        "GET /api/v1/tenants, answered 200, left 0 entries: [update operator_session last_used_at]")
                .hasMessageContaining("job fill a schema left 0 entries: [update spare_schema kept_until]");
    }
}
