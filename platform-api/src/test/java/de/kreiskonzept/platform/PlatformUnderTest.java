package de.kreiskonzept.platform;

import static java.util.Map.entry;

import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The platform on a real PostgreSQL, one for the whole test run. A test class says {@code @ExtendWith(PlatformUnderTest.Given.class)}
 * and takes it as a parameter; what a test writes, it writes into a county of its own.
 */
public final class PlatformUnderTest implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private final EmbeddedServer server;
    private final Counties counties;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private PlatformUnderTest(DatabaseServer database, Map<String, Object> settings) {
        counties = new Counties(database);
        server = ApplicationContext.run(EmbeddedServer.class, settings, "platform", "local", "test");
    }

    /** A platform of its own on this database, which has a registry, with these settings more; the caller closes it. */
    public static PlatformUnderTest on(DatabaseServer database, Map<String, Object> more) {
        var settings = new HashMap<>(settings(10));
        settings.put("datasources.default.url", database.url());
        settings.putAll(more);
        return new PlatformUnderTest(database, settings);
    }

    /** Settings of a platform on the tests' server with a pool of this size; ports are chosen by the system. */
    public static Map<String, Object> settings(int poolSize) {
        return Map.ofEntries(
                entry("datasources.default.url", TestServer.shared().url()),
                entry("datasources.default.password", TestServer.PLATFORM_PASSWORD),
                entry("datasources.default.maximum-pool-size", poolSize),
                entry("micronaut.server.port", -1),
                entry("endpoints.all.port", -1),
                entry("kreiskonzept.jwt-secret", "a-secret-that-only-the-tests-know-0123456789"),
                entry("kreiskonzept.data-dir", "target/test-data"),
                entry("kreiskonzept.quota.requests", 0),
                entry("kreiskonzept.quota.jobs", 0),
                entry("kreiskonzept.quota.megabytes", 0),
                entry("kreiskonzept.quota.accounts", 0),
                entry("kreiskonzept.background", false),
                entry("test.clock", "movable"),
                entry(WriteWatch.SETTING, "README.md"));
    }

    /** Address of the running platform, without a slash at the end. */
    public String url() {
        return server.getURL().toString();
    }

    @Override
    public void close() {
        server.close();
    }

    /** The beans of the running platform. */
    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** A bean of the running platform. */
    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** A new active county with an empty workspace. */
    public Workspace county() throws SQLException {
        return county(TenantState.ACTIVE);
    }

    /** A new county in this state with an empty workspace. */
    public Workspace county(TenantState state) throws SQLException {
        return counties.create(state);
    }

    /** A new active county with an empty workspace of another version. */
    public Workspace county(WorkspaceSchema schema) throws SQLException {
        return counties.create(TenantState.ACTIVE, schema);
    }

    /** Changes the state of the county as the console does, and lets the platform notice. */
    public void become(Workspace county, TenantState state) throws SQLException {
        try (var console = TestServer.admin();
                var update = console.prepareStatement("""
                        UPDATE registry.tenant
                           SET state = ?, sessions_since = CASE WHEN ? THEN ? ELSE sessions_since END WHERE id = ?""")) {
            update.setString(1, state.text());
            update.setBoolean(2, state.endsSessions());
            update.setObject(3, OffsetDateTime.now(bean(Clock.class)));
            update.setObject(4, county.id());
            update.executeUpdate();
        }
        bean(TestTicker.class).jump(Duration.ofSeconds(5));
    }

    /** Runs what a request of this county would run. */
    public <T> T in(Workspace county, Callable<T> work) throws Exception {
        return bean(Workspaces.class).in(county, work);
    }

    /**
     * Runs what a job does in this county; each transaction that changes something leaves exactly one entry in its trail.
     *
     * @param name of the job, as in its class
     */
    public <T> T job(Workspace county, String name, Callable<T> work) throws Exception {
        return in(county, () -> bean(WriteWatch.class).watch("job " + name, work));
    }

    /** Sends the request and gives the answer; redirects are not followed. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A request to this path of the platform, to be completed by the test. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    /** A bearer token of a new account with this role; sent as the cookie of {@link #cookie} it opens the pages. */
    public String token(Workspace county, String role) throws Exception {
        return in(county, () -> bean(People.class).token(county, role));
    }

    /** The header {@code Cookie} of a browser in which a new account with this role is signed in. */
    public String cookie(Workspace county, String role) throws Exception {
        return "kk_session=" + token(county, role);
    }

    /** Reads with a bearer token. */
    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    /** Sends JSON with a bearer token. */
    public HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Opens a page with the header {@code Cookie} of a browser; an empty one sends none. */
    public HttpResponse<String> page(String path, String cookie) throws IOException, InterruptedException {
        var request = request(path).header("Accept", "text/html");
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    /** Sends a form as a browser does: opens the page it stands on, and returns its hidden value with the fields. */
    public HttpResponse<String> form(String page, String action, String cookie, Map<String, String> fields)
            throws IOException, InterruptedException {
        return form(page(page, cookie), action, cookie, fields);
    }

    /** Sends the form of a page with a file in the field {@code file}, as a browser does. */
    public HttpResponse<String> upload(
            String page, String cookie, Map<String, String> fields, String name, byte[] content)
            throws IOException, InterruptedException {
        HttpResponse<String> opened = page(page, cookie);
        var parts = new LinkedHashMap<>(fields);
        var hidden = HIDDEN.matcher(opened.body());
        if (hidden.find()) {
            parts.put("csrfToken", hidden.group(1));
        }
        var cookies = new StringJoiner("; ");
        if (!cookie.isEmpty()) {
            cookies.add(cookie);
        }
        opened.headers().allValues("Set-Cookie").forEach(set -> cookies.add(set.split(";", 2)[0]));
        return send(request(page)
                .header("Accept", "text/html")
                .header("Cookie", cookies.toString())
                .header("Content-Type", "multipart/form-data; boundary=" + Files.BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Files.form(parts, name, content))));
    }

    /** Brings in the text of a concept, as a browser does with a file. */
    public HttpResponse<String> bringIn(Workspace county, String cookie, String text)
            throws IOException, InterruptedException {
        return upload(
                "/" + county.slug() + "/konzept/import",
                cookie,
                Map.of("text", ""),
                "konzept.txt",
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the form of a page that nobody has signed in for and that was opened before. */
    public HttpResponse<String> formOf(HttpResponse<String> page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        return form(page, action, "", fields);
    }

    private HttpResponse<String> form(
            HttpResponse<String> opened, String action, String cookie, Map<String, String> fields)
            throws IOException, InterruptedException {
        var hidden = HIDDEN.matcher(opened.body());
        var body = new StringJoiner("&");
        fields.forEach((name, value) -> body.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        if (hidden.find()) {
            body.add("csrfToken=" + hidden.group(1));
        }
        var cookies = new StringJoiner("; ");
        if (!cookie.isEmpty()) {
            cookies.add(cookie);
        }
        opened.headers().allValues("Set-Cookie").forEach(set -> cookies.add(set.split(";", 2)[0]));
        return send(request(action)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Gives the one platform of this test run to test methods and constructors; time that a test let pass is over with it. */
    public static final class Given implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PlatformUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Holder.PLATFORM;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Holder.PLATFORM.bean(MovableClock.class).reset();
            WriteWatch.assertOneEntryEach();
        }
    }

    private static final class Holder {
        static final PlatformUnderTest PLATFORM = on(TestServer.shared(), Map.of());
    }
}
