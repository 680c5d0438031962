package de.kreiskonzept.admin;

import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.mail.MailDelivery;
import de.kreiskonzept.foundation.mail.Mailbox;
import de.kreiskonzept.foundation.mail.Mailbox.SentMail;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The console on a real PostgreSQL, one for the whole test run, without its background jobs. A test class says
 * {@code @ExtendWith(ConsoleUnderTest.Given.class)} and takes it as a parameter.
 */
public final class ConsoleUnderTest implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery staple";

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final AtomicInteger NEXT_COUNTY = new AtomicInteger();

    private final EmbeddedServer server;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Issued> tokens = new HashMap<>();

    /** A token, and when this process has asked for it. */
    private record Issued(String token, Instant at) {
        // The whole run takes longer than a token is good; whether it is, is asked of the true time.
        private boolean isFresh() {
            return at.plus(Tokens.BEARER.dividedBy(2)).isAfter(Instant.now());
        }
    }

    private ConsoleUnderTest(Map<String, Object> settings) {
        server = ApplicationContext.run(EmbeddedServer.class, settings, "console", "local", "test");
    }

    /** A console of its own; the test closes it. */
    public static ConsoleUnderTest on(Map<String, Object> settings) {
        return new ConsoleUnderTest(settings);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Settings of a console on the tests' server without background jobs. */
    public static Map<String, Object> settings() {
        return settings(TestServer.shared().url());
    }

    /** Settings of a console on this database without background jobs. */
    public static Map<String, Object> settings(String url) {
        var settings = new HashMap<String, Object>();
        settings.put("datasources.default.url", url);
        settings.put("datasources.default.password", TestServer.ADMIN_PASSWORD);
        settings.put("micronaut.server.port", -1);
        settings.put("endpoints.all.port", -1);
        settings.put("kreiskonzept.jwt-secret", "a-secret-that-only-the-tests-know-0123456789");
        settings.put("kreiskonzept.background", "false");
        settings.put("kreiskonzept.import-megabytes", 30);
        settings.put("kreiskonzept.data-dir", folder());
        settings.put(WriteWatch.SETTING, "README.md");
        return settings;
    }

    private static String folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "console-data").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bean of the running console. */
    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Does what a job does; each transaction that changes something leaves exactly one entry in the trail. */
    public <T> T job(String name, Callable<T> work) throws Exception {
        return bean(WriteWatch.class).watch("job " + name, work);
    }

    /** Address of the running console, without a slash at the end. */
    public String url() {
        return server.getURL().toString();
    }

    /** A browser without cookies. */
    public Browser browser() {
        return new Browser(server.getURL().toString());
    }

    /** A browser that is signed in with an account of this role. */
    public Browser browser(String role) {
        var browser = browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", account(role), "password", PASSWORD));
        return browser;
    }

    private String account(String role) {
        var email = role + "@betreiber.example";
        bean(Operators.class).create(email, "Betreiber " + role, role, PASSWORD);
        return email;
    }

    /** Creates an account with this role and the password of the tests that no other test uses, and returns its address. */
    public String newAccount(String role) {
        var email = role + "-" + UUID.randomUUID() + "@betreiber.example";
        bean(Operators.class).create(email, "Prüfperson " + role, role, PASSWORD);
        return email;
    }

    /** A bearer token of an account of this role. */
    public synchronized String token(String role) {
        var known = tokens.get(role);
        if (known == null || !known.isFresh()) {
            known = new Issued(tokenOf(account(role)), Instant.now());
            tokens.put(role, known);
        }
        return known.token();
    }

    /** A bearer token of this account, whose password is that of the tests. */
    public String tokenOf(String email) {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        var answer = send(request("/api/v1/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        var token = ACCESS_TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    /** Asks the interface as an account of this role. */
    public HttpResponse<String> get(String path, String role) {
        return send(
                request(path).header("Authorization", "Bearer " + token(role)).GET());
    }

    /** Sends JSON to the interface as an account of this role. */
    public HttpResponse<String> post(String path, String role, String json, String... headers) {
        return postWith(token(role), path, json, headers);
    }

    /** Sends JSON to the interface with this bearer token. */
    public HttpResponse<String> postWith(String token, String path, String json, String... headers) {
        var request =
                request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    /** A request to this path, to be completed by the test. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path));
    }

    /** Sends the request and gives the answer; redirects are not followed. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A county that no other test of this run uses. */
    public County county() {
        return bean(CountyCatalogue.class).list().get(NEXT_COUNTY.getAndIncrement());
    }

    /** Sends what waits in the outbox and gives all mail to this address, the latest first. */
    public List<SentMail> mails(String recipient) {
        @SuppressWarnings("unchecked")
        TransactionOperations<Object> transactions = bean(TransactionOperations.class);
        bean(MailDelivery.class)
                .deliverDue(
                        "registry",
                        work -> transactions.executeWrite(status -> {
                            work.run();
                            return true;
                        }));
        return bean(Mailbox.class).list().stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }

    /** Number of rows of a table in the workspace of a tenant. */
    public long rows(UUID tenant, String table) throws SQLException {
        var schema =
                bean(de.kreiskonzept.admin.registry.Tenants.class).get(tenant).schema();
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            try (var row = statement.executeQuery("SELECT count(*) FROM " + schema + "." + table)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Actions that the trail of the registry names for this subject, in their order. */
    public List<String> trail(UUID subject) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var query = superuser.prepareStatement(
                        "SELECT action FROM registry.audit_entry WHERE subject = ? ORDER BY position")) {
            query.setString(1, subject.toString());
            var actions = new ArrayList<String>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    actions.add(row.getString(1));
                }
            }
            return actions;
        }
    }

    /** Gives the one console of this test run to test methods and constructors, and holds what they write to one entry each. */
    public static final class Given implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ConsoleUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Holder.CONSOLE;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            WriteWatch.assertOneEntryEach();
        }
    }

    private static final class Holder {
        static final ConsoleUnderTest CONSOLE = new ConsoleUnderTest(settings());
    }
}
