package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.move.Moving;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A county goes from one server to another and back while two replicas of the platform go on writing and reading for it. */
class MoveUnderWritesIT {
    private static final Actor TESTER = Actor.without("Test");
    private static final String PASSWORD = "ein langes Passwort";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int WRITERS = 4;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.kept();

    private static DatabaseServer database;
    private static ApplicationContext console;
    private static List<EmbeddedServer> replicas;
    private static Tenant tenant;
    private static String token;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        database = TestServer.another();
        console = console("6s");
        replicas = List.of(platform(), platform());
        tenant = county();
        token = token(replicas.getFirst());
    }

    @AfterAll
    static void stop() throws Exception {
        replicas.forEach(EmbeddedServer::close);
        console.close();
    }

    @Test
    void everyAcknowledgedWriteIsThereOnceWhicheverReplicaTookIt() throws Exception {
        var target = other();
        // No replica has heard of the move when it locks the tables: the database alone keeps them from writing.
        try (var hasty = console("0s")) {
            var acknowledged = move(hasty, target, this::write, this::isAnswerToAWriter);
            assertThat(organisations(target)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        assertThat(now().dataSource()).isEqualTo(target);
        var back = other();
        var acknowledged = move(console, back, this::write, this::isAnswerToAWriter);
        assertThat(organisations(back)).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(now().dataSource()).isEqualTo(back);
    }

    @Test
    void peopleReadOnWhileTheCountyMoves() throws Exception {
        var target = other();
        assertThat(move(console, target, (replica, _) -> get(replica), (_, status) -> status == 200))
                .isEmpty();
        assertThat(now().dataSource()).isEqualTo(target);
    }

    private static String other() {
        return now().dataSource().equals("default") ? "zwei" : "default";
    }

    /** One request of a thread. */
    private interface Asking {
        HttpResponse<String> ask(EmbeddedServer replica, String name) throws Exception;
    }

    /** Whether an answer is one that people may get. */
    private interface Judgement {
        boolean isFine(HttpResponse<String> answer, int status);
    }

    private boolean isAnswerToAWriter(HttpResponse<String> answer, int status) {
        return status == 201
                || (status == 503
                        && answer.body().contains("/problems/county-moving")
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    /** Moves the county while threads ask both replicas, and until each of them has had a good answer afterwards. */
    private List<String> move(ApplicationContext by, String target, Asking asking, Judgement judgement)
            throws Exception {
        var stop = new AtomicBoolean();
        var asked = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = new ArrayList<Future<List<String>>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                work.add(threads.submit(
                        asker(target + writer, replicas.get(writer % 2), asking, judgement, stop, asked)));
            }
            awaitMore(asked, 20);
            by.getBean(Moves.class).begin(tenant.id(), now().version(), new Moves.Wish(tenant.slug(), target), TESTER);
            var begin = System.nanoTime();
            assertThat(by.getBean(Moving.class).complete(tenant.id())).isTrue();
            System.out.println("the move took "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            awaitMore(asked, 20);
            stop.set(true);
            var acknowledged = new ArrayList<String>();
            for (var each : work) {
                acknowledged.addAll(each.get());
            }
            return acknowledged;
        }
    }

    private Callable<List<String>> asker(
            String writer,
            EmbeddedServer replica,
            Asking asking,
            Judgement judgement,
            AtomicBoolean stop,
            AtomicInteger good) {
        return () -> {
            var acknowledged = new ArrayList<String>();
            for (var number = 0; !stop.get(); number++) {
                var name = "Amt " + writer + " " + number;
                var answer = asking.ask(replica, name);
                assertThat(judgement.isFine(answer, answer.statusCode()))
                        .as(answer.statusCode() + " " + answer.body())
                        .isTrue();
                if (answer.statusCode() == 201) {
                    acknowledged.add(name);
                }
                if (answer.statusCode() < 300) {
                    good.incrementAndGet();
                }
            }
            return acknowledged;
        };
    }

    private static void awaitMore(AtomicInteger counted, int more) {
        var wanted = counted.get() + more;
        var end = System.nanoTime() + LONGEST.toNanos();
        while (counted.get() < wanted && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(counted.get()).isGreaterThanOrEqualTo(wanted);
    }

    private HttpResponse<String> write(EmbeddedServer replica, String name) throws Exception {
        return http.send(
                request(replica, "/organisations")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"kind\": \"other\", \"name\": \"" + name + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(EmbeddedServer replica) throws Exception {
        return http.send(request(replica, "/organisations").build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(EmbeddedServer replica, String path) {
        return HttpRequest.newBuilder(URI.create(replica.getURL() + "/api/v1/" + tenant.slug() + path))
                .header("Authorization", "Bearer " + token);
    }

    /** Names that were written during the move to this target, as they stand where the county is now. */
    private static List<String> organisations(String target) throws SQLException {
        return console.getBean(AdminConnections.class).inWorkspace(now().place(), connection -> {
            var names = new ArrayList<String>();
            try (var query = connection.prepareStatement("SELECT name FROM directory_organisation WHERE name LIKE ?")) {
                query.setString(1, "Amt " + target + "%");
                var rows = query.executeQuery();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        });
    }

    private static Tenant now() {
        return console.getBean(Tenants.class).get(tenant.id());
    }

    private static Tenant county() throws SQLException {
        var county = console.getBean(CountyCatalogue.class).list().getFirst();
        var signup =
                console.getBean(Decision.class).enter(new CountyRequest(county, "Änne Müller", "a@k.example"), TESTER);
        var id = Objects.requireNonNull(signup.tenantId());
        assertThat(console.getBean(Provisioning.class).complete(id)).isTrue();
        var built = console.getBean(Tenants.class).get(id);
        var hash = replicas.getFirst()
                .getApplicationContext()
                .getBean(Passwords.class)
                .hash(PASSWORD);
        console.getBean(AdminConnections.class).inWorkspace(built.place(), connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE identity_account SET state = 'active', role = 'lead', password_hash = ?")) {
                update.setString(1, hash);
                return update.executeUpdate();
            }
        });
        return built;
    }

    private static String token(EmbeddedServer replica) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(replica.getURL() + "/api/v1/" + tenant.slug() + "/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"a@k.example\",\"password\":\"" + PASSWORD + "\"}"));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            assertThat(found.find()).as(answer.body()).isTrue();
            return found.group(1);
        }
    }

    private static ApplicationContext console(String notice) {
        var settings = settings("console", TestServer.ADMIN_PASSWORD);
        settings.put("kreiskonzept.move-notice", notice);
        return ApplicationContext.run(settings, "console", "local", "test");
    }

    private static EmbeddedServer platform() {
        var settings = settings("platform", TestServer.PLATFORM_PASSWORD);
        return ApplicationContext.run(EmbeddedServer.class, settings, "platform", "local", "test");
    }

    private static Map<String, Object> settings(String data, String password) {
        return new HashMap<>(Map.of(
                "datasources.default.url",
                database.url(),
                "datasources.default.password",
                password,
                "micronaut.server.port",
                -1,
                "endpoints.all.port",
                -1,
                "kreiskonzept.jwt-secret",
                "a-secret-that-only-the-tests-know-0123456789",
                "kreiskonzept.data-dir",
                folder.resolve(data).toString(),
                "kreiskonzept.quota.requests",
                0,
                "kreiskonzept.background",
                false,
                "kreiskonzept.data-sources",
                SECOND.setting("zwei", 3)));
    }
}
