package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county is pointed to another schema while people work in it, as a restore does; nobody meets a fault. */
@ExtendWith(PlatformUnderTest.Given.class)
class RestoredIT {
    private static final int CLIENTS = 8;
    private static final List<String> PEOPLE = List.of("identity_account", "identity_session");

    private final PlatformUnderTest platform;
    private final WorkspaceSchema schema = new WorkspaceSchema();

    RestoredIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void nobodyMeetsAFaultWhileACountyIsRestored() throws Exception {
        var county = platform.county();
        var token = platform.token(county, Roles.LEAD);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var answered = new AtomicInteger();
        var going = new AtomicBoolean(true);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> client = () -> {
                while (going.get()) {
                    statuses.add(platform.get("/api/v1/" + county.slug() + "/organisations", token)
                            .statusCode());
                    statuses.add(platform.post(
                                    "/api/v1/" + county.slug() + "/organisations",
                                    token,
                                    "{\"name\":\"Stelle %s\",\"kind\":\"other\"}".formatted(UUID.randomUUID()))
                            .statusCode());
                    answered.incrementAndGet();
                }
                return true;
            };
            var running = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(client));
            }
            await(answered, 5 * CLIENTS);
            for (int swap = 0; swap < 3; swap++) {
                pointElsewhere(county);
                await(answered, answered.get() + 5 * CLIENTS);
            }
            going.set(false);
            for (var each : running) {
                assertThat(each.get()).isTrue();
            }
        }
        // Who has written in the schema of before and reads in the new one finds nothing there.
        assertThat(statuses).contains(200, 201).allMatch(status -> status <= 201 || status == 404);
    }

    @Test
    void whoeverMayOnlyReadIsLedToTheNewPlaceAndCanOnlyReadThere() throws Exception {
        var county = platform.county();
        var canary = platform.bean(Canary.class);
        var found = platform.bean(Workspaces.class).find(county.slug()).orElseThrow();
        pointElsewhere(county);
        assertThat(platform.in(found, () -> onlyReading(canary::read))).isEmpty();
        assertThatThrownBy(() -> platform.in(
                        found,
                        () -> onlyReading(() -> {
                            canary.write("late");
                            return List.of();
                        })))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void aRoleThatIsGoneWithoutAnotherPlaceStaysAFault() throws Exception {
        var county = platform.county();
        var token = platform.token(county, Roles.LEAD);
        try (Connection admin = TestServer.admin()) {
            admin.createStatement().execute(schema.withdrawal(county.schema()));
        }
        assertThat(platform.get("/api/v1/" + county.slug() + "/organisations", token)
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void whoeverIsSuspendedMeanwhileIsToldSo() throws Exception {
        var county = platform.county();
        var token = platform.token(county, Roles.LEAD);
        assertThat(platform.get("/api/v1/" + county.slug() + "/organisations", token)
                        .statusCode())
                .isEqualTo(200);
        try (Connection admin = TestServer.admin()) {
            admin.createStatement().execute(schema.withdrawal(county.schema()));
            admin.createStatement()
                    .execute("UPDATE registry.tenant SET state = 'suspended' WHERE id = '" + county.id() + "'");
        }
        assertThat(platform.get("/api/v1/" + county.slug() + "/organisations", token)
                        .statusCode())
                .isEqualTo(403);
    }

    /** As a visitor whom the admin has let in to read. */
    private static <T> T onlyReading(Callable<T> work) throws Exception {
        var context = MutablePropagatedContext.of(PropagatedContext.getOrEmpty());
        CurrentWorkspace.bindReadOnly(context);
        return context.getContext().wrap(work).call();
    }

    private static void await(AtomicInteger counter, int number) {
        while (counter.get() < number) {
            Thread.yield();
        }
    }

    /** As the restore of the console: a schema beside, then one transaction on the registry. */
    private void pointElsewhere(Workspace county) throws SQLException {
        String name = schema.newName();
        try (Connection admin = TestServer.admin();
                var superuser = TestServer.shared().superuser()) {
            schema.createRole(admin, name);
            schema.createSchema(admin, name);
            schema.grant(admin, name);
            try (var statement = superuser.createStatement()) {
                var before = statement.executeQuery(
                        "SELECT schema_name FROM registry.tenant WHERE id = '" + county.id() + "'");
                before.next();
                String old = before.getString(1);
                for (String table : PEOPLE) {
                    statement.execute("INSERT INTO %s.%s SELECT * FROM %s.%s".formatted(name, table, old, table));
                }
                admin.setAutoCommit(false);
                admin.createStatement()
                        .execute(
                                "UPDATE registry.tenant SET schema_name = '%1$s', role_name = '%1$s' WHERE id = '%2$s'; "
                                                .formatted(name, county.id())
                                        + schema.withdrawal(old));
                admin.commit();
            }
        }
    }
}
