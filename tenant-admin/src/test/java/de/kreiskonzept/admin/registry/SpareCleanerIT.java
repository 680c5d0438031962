package de.kreiskonzept.admin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands beside the workspaces goes when its time is over. */
@ExtendWith(ConsoleUnderTest.Given.class)
class SpareCleanerIT {
    private final ConsoleUnderTest console;
    private final SpareSchemas spares;
    private final WorkspaceSchema schema;

    SpareCleanerIT(ConsoleUnderTest console) {
        this.console = console;
        this.spares = console.bean(SpareSchemas.class);
        this.schema = console.bean(WorkspaceSchema.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void whatACountyHadBeforeGoesWithOneEntryAndWhatNobodyFilledToTheEndWithNone() throws Exception {
        var request = new CountyRequest(console.county(), "Änne Müller", "a@kreis.example");
        var tenant = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        var before = console.trail(tenant);
        var previous = made();
        var unfilled = made();
        spares.keep(previous, tenant);
        spares.begin(unfilled);

        cleanAfter(Duration.ofHours(2));
        assertThat(isThere(unfilled)).isFalse();
        assertThat(isThere(previous)).isTrue();
        assertThat(console.trail(tenant)).isEqualTo(before);

        cleanAfter(SpareSchemas.KEPT);
        assertThat(isThere(previous)).isFalse();
        assertThat(spares.names()).doesNotContain(previous.schema(), unfilled.schema());
        assertThat(console.trail(tenant)
                        .subList(before.size(), console.trail(tenant).size()))
                .containsExactly("tenant.previous-dropped");
    }

    private void cleanAfter(Duration time) throws Exception {
        console.bean(MovableClock.class).advance(time);
        console.<Boolean>job("remove schemas", () -> {
            new SpareCleaner(spares, console.bean(SpareRemoval.class)).clean();
            return true;
        });
    }

    private Place made() throws SQLException {
        var place = new Place(DataSources.DEFAULT, schema.newName());
        console.bean(AdminConnections.class).lend(place.dataSource(), connection -> {
            schema.createRole(connection, place.schema());
            schema.createSchema(connection, place.schema());
            return true;
        });
        return place;
    }

    private static boolean isThere(Place place) throws SQLException {
        try (var admin = TestServer.admin();
                var query = admin.prepareStatement("SELECT to_regnamespace(?) IS NOT NULL")) {
            query.setString(1, place.schema());
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }
}
