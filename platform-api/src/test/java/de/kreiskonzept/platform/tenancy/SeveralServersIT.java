package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.mail.Undelivered;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A platform whose counties stand on two servers. */
@ExtendWith(PlatformUnderTest.Given.class)
class SeveralServersIT {
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    // Less than a request waits for a server that is silent, more than one that is refused at once takes.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    private final PlatformUnderTest platform;
    private final WorkspaceSchema schema = new WorkspaceSchema();
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedServer replica;
    private Workspace here;
    private Workspace there;

    SeveralServersIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void start() throws Exception {
        replica = start(SECOND.setting("zwei", 10));
        here = platform.county();
        there = onSecond();
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void aCountyIsServedFromItsServerAndTheRegistryFromTheFirst() throws Exception {
        canary().write("hier", here);
        canary().write("dort", there);
        assertThat(canary().read(here)).containsExactly("hier");
        assertThat(canary().read(there)).containsExactly("dort");
        assertThat(get(there, token(there)).statusCode()).isEqualTo(200);
        assertThat(get(here, token(here)).statusCode()).isEqualTo(200);

        var figures = new Workspaces.Figures(7, null, 0, 0, 0, 0, Undelivered.NOTHING);
        workspaces().in(there, () -> {
            workspaces().report(there, figures, OffsetDateTime.now(ZoneOffset.UTC));
            return workspaces().find(here.slug());
        });
        try (var admin = TestServer.admin();
                var query =
                        admin.prepareStatement("SELECT accounts FROM registry.workspace_figures WHERE tenant_id = ?")) {
            query.setObject(1, there.id());
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void aCountyOnTheSecondServerReachesNoOtherOneThere() throws Exception {
        var neighbour = onSecond();
        canary().write("geheim", neighbour);
        assertThat(canary().read(there)).isEmpty();
        assertThat(get(neighbour, token(there)).statusCode()).isEqualTo(404);
        try (var login = SECOND.server().as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var statement = login.createStatement()) {
            var foreign = "SELECT FROM " + neighbour.schema() + ".concept";
            assertThatThrownBy(() -> statement.execute(foreign)).isInstanceOf(SQLException.class);
            statement.execute("SET ROLE " + there.role());
            assertThatThrownBy(() -> statement.execute(foreign)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServerThatIsSilentHoldsUpItsOwnCountiesAlone() throws Exception {
        var tokenHere = token(here);
        var tokenThere = token(there);
        SECOND.stop();
        try {
            // A connection that was used a moment ago is not looked at before it is used again: for each of them the
            // answer may be that it broke.
            var refused = get(there, tokenThere);
            for (var broken = 0;
                    broken < CONNECTIONS && !refused.body().contains("/problems/data-source-silent");
                    broken++) {
                assertThat(refused.statusCode()).isEqualTo(503);
                refused = get(there, tokenThere);
            }
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/data-source-silent", "sein Datenbankserver nicht antwortet");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(here, tokenHere).statusCode()).isEqualTo(200);

            var begin = System.nanoTime();
            assertThat(get(there, tokenThere).statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);

            replica.getApplicationContext().getBean(TestTicker.class).jump(PAUSE);
            assertThat(patient(tokenThere))
                    .as("requests that wait once the pause is over")
                    .isEqualTo(1);

            assertThat(workspaces()
                            .each(
                                    "look",
                                    List.of(there, here),
                                    () -> canary().canary.read()))
                    .containsOnlyKeys(here);
        } finally {
            SECOND.startAgain();
        }
        var end = System.nanoTime() + RECOVERY.toNanos();
        var answer = get(there, tokenThere);
        while (answer.statusCode() == 503 && System.nanoTime() < end) {
            Thread.onSpinWait();
            answer = get(there, tokenThere);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatTheSettingsDoNotNameIsSaidAndTheOthersGoOn() throws Exception {
        var tokenHere = token(here);
        var tokenThere = token(there);
        replica.close();
        replica = start("");
        var refused = get(there, tokenThere);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("/problems/data-source-missing", there.name());
        assertThat(get(here, tokenHere).statusCode()).isEqualTo(200);
        assertThat(workspaces()
                        .each(
                                "look",
                                List.of(there, here),
                                () -> canary().canary.read()))
                .containsOnlyKeys(here);
    }

    private static EmbeddedServer start(String dataSources) {
        var settings = new HashMap<>(PlatformUnderTest.settings(CONNECTIONS));
        settings.put("kreiskonzept.data-sources", dataSources);
        return ApplicationContext.run(EmbeddedServer.class, settings, "platform", "local", "test");
    }

    /** A county whose workspace stands on the second server alone. */
    private Workspace onSecond() throws Exception {
        var county = platform.county();
        try (var admin = TestServer.admin();
                var other = SECOND.server().as("kk_admin", TestServer.ADMIN_PASSWORD);
                var update = admin.prepareStatement("UPDATE registry.tenant SET data_source = 'zwei' WHERE id = ?")) {
            schema.drop(admin, county.schema());
            schema.createRole(other, county.schema());
            schema.createSchema(other, county.schema());
            schema.grant(other, county.schema());
            update.setObject(1, county.id());
            update.executeUpdate();
        }
        var found = workspaces().find(county.slug()).orElseThrow();
        assertThat(found.dataSource()).isNotEqualTo(DataSources.DEFAULT);
        return found;
    }

    private String token(Workspace county) throws Exception {
        return workspaces()
                .in(
                        county,
                        () -> replica.getApplicationContext()
                                .getBean(People.class)
                                .token(county, Roles.ADMIN));
    }

    /** How many of some requests at the same moment wait for the server of the second county. */
    private long patient(String tokenThere) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> waits = () -> {
                var begin = System.nanoTime();
                assertThat(get(there, tokenThere).statusCode()).isEqualTo(503);
                return Duration.ofNanos(System.nanoTime() - begin).compareTo(PATIENCE) > 0;
            };
            return clients.invokeAll(Collections.nCopies(CONNECTIONS, waits)).stream()
                    .filter(Future::resultNow)
                    .count();
        }
    }

    private HttpResponse<String> get(Workspace county, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(replica.getURL() + "/api/v1/" + county.slug() + "/konten"))
                .header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Workspaces workspaces() {
        return replica.getApplicationContext().getBean(Workspaces.class);
    }

    private CountyCanary canary() {
        return new CountyCanary(replica.getApplicationContext().getBean(Canary.class), workspaces());
    }

    /** The canary at work for a county. */
    private record CountyCanary(Canary canary, Workspaces workspaces) {
        void write(String text, Workspace county) throws Exception {
            workspaces.in(county, () -> {
                canary.write(text);
                return text;
            });
        }

        List<String> read(Workspace county) throws Exception {
            return workspaces.in(county, canary::read);
        }
    }
}
