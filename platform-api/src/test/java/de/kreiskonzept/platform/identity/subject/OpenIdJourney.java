package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Trail;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A platform with an OpenID provider, and the steps of a browser from the sign-in page to the provider and back; one for the whole test
 * run. A test class says {@code @ExtendWith(OpenIdJourney.Given.class)} and takes it as a parameter.
 */
final class OpenIdJourney implements AutoCloseable {
    final SmallProvider provider;
    final PlatformUnderTest platform;

    /** The platform starts while the provider does not answer, which it must not need. */
    private OpenIdJourney() throws Exception {
        provider = new SmallProvider();
        provider.down();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        platform = PlatformUnderTest.on(
                TestServer.shared(),
                Map.of(
                        "micronaut.server.port",
                        port,
                        "kreiskonzept.public-url",
                        "http://localhost:" + port,
                        "kreiskonzept.oidc.issuer",
                        provider.issuer(),
                        "kreiskonzept.oidc.client-id",
                        SmallProvider.CLIENT,
                        "kreiskonzept.oidc.client-secret",
                        SmallProvider.SECRET));
        provider.up();
    }

    private static OpenIdJourney started() {
        try {
            return new OpenIdJourney();
        } catch (Exception e) {
            throw new IllegalStateException("the platform with an OpenID provider does not start", e);
        }
    }

    @Override
    public void close() {
        platform.close();
        provider.close();
    }

    /** Gives the one journey of this test run; whatever a test did to provider and time is over with it. */
    static final class Given implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OpenIdJourney.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return journey(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var journey = journey(context);
            journey.provider.person = null;
            journey.provider.spoiled = SmallProvider.Spoiled.NOT_AT_ALL;
            journey.platform.bean(MovableClock.class).reset();
        }

        private static OpenIdJourney journey(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(OpenIdJourney.class, _ -> started(), OpenIdJourney.class);
        }
    }

    /**
     * A browser that is at the provider.
     *
     * @param cookie what it holds for the way back
     */
    record Away(String cookie, URI address) {}

    Away leave(Workspace county, String next) throws Exception {
        var path =
                "/" + county.slug() + "/anmelden/verwaltung?weiter=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        var answer = platform.page(path, "");
        return new Away(cookie(answer, "kk_session_openid="), URI.create(location(answer)));
    }

    /** Lets the provider send the person back, and gives the path to which the county is asked to listen. */
    String comeBack(Away away) throws Exception {
        var sentBack = platform.send(HttpRequest.newBuilder(away.address()));
        var passage = platform.send(HttpRequest.newBuilder(URI.create(location(sentBack))));
        return passage.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
    }

    /** The whole way, to the answer of the county. */
    HttpResponse<String> signIn(Workspace county, SmallProvider.Person person) throws Exception {
        provider.person = person;
        var away = leave(county, "/" + county.slug() + "/konzept");
        return platform.page(comeBack(away), away.cookie());
    }

    /** What somebody gets who arrives just while another tab of the same person, the first one ever, is being noted. */
    HttpResponse<String> besideAnotherTab(
            Workspace county, String email, SmallProvider.Person person, Callable<HttpResponse<String>> arriving)
            throws Exception {
        try (var otherTab = TestServer.shared().superuser();
                var client = Executors.newVirtualThreadPerTaskExecutor()) {
            otherTab.setAutoCommit(false);
            otherTab.createStatement()
                    .execute("""
                    INSERT INTO %1$s.identity_subject
                      (id, account_id, issuer, subject, last_attempt_at, created_at, modified_at, version)
                    SELECT gen_random_uuid(), id, '%2$s', '%3$s', '2000-01-01', now(), now(), 0
                      FROM %1$s.identity_account WHERE email = '%4$s'""".formatted(county.schema(), provider.issuer(), person.subject(), email));
            var answer = client.submit(arriving);
            awaitSomebodyWaitingFor(otherTab);
            otherTab.commit();
            return answer.get();
        }
    }

    /** Until a connection waits for a row of this one. */
    private static void awaitSomebodyWaitingFor(Connection holder) throws SQLException {
        try (var watch = TestServer.shared().superuser();
                var own = holder.createStatement().executeQuery("SELECT pg_backend_pid()");
                var waiting = watch.prepareStatement(
                        "SELECT 1 FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))")) {
            own.next();
            waiting.setInt(1, own.getInt(1));
            while (!waiting.executeQuery().next()) {
                Thread.onSpinWait();
            }
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String set(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name) && !cookie.startsWith(name + ";"))
                .findFirst()
                .orElse("");
    }

    static String cookie(HttpResponse<String> answer, String name) {
        return set(answer, name).split(";", 2)[0];
    }

    /** What stands in the trail of a county. */
    static List<String> actions(Workspace county) throws Exception {
        return Trail.of(county, "action");
    }

    static void change(Workspace county, String sql) throws Exception {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            statement.execute("SET search_path = " + county.schema());
            statement.executeUpdate(sql);
        }
    }
}
