package de.kreiskonzept.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.route.DeclaredRoles;
import de.kreiskonzept.foundation.web.Wire;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every access that is refused leaves exactly one entry in the trail, whatever it was to. Each module runs it for its own routes. */
public abstract class RefusalsContract {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int CALLS_OF_ONE_ACCOUNT = RefusalLimit.MOST / 2;
    private static final int AGAIN_AND_AGAIN = RefusalLimit.MOST + 10;

    private final Connection trail;

    protected RefusalsContract() throws SQLException {
        trail = TestServer.shared().superuser();
    }

    @AfterEach
    void close() throws SQLException {
        trail.close();
    }

    /** The routes of the application. */
    protected abstract Router router();

    /** Address of the application, without a slash at the end. */
    protected abstract String url();

    /** Name of the schema that holds the trail. */
    protected abstract String schema();

    /** What stands for the variables of an address; any other gets a random id. */
    protected abstract Map<String, String> variables();

    /** A role that may do little. */
    protected abstract String role();

    /** A token of a new account with this role. */
    protected abstract String token() throws Exception;

    /** Name of the cookie in which a browser sends it. */
    protected abstract String cookie();

    @Test
    protected void whatARoleIsRefusedLeavesOneEntryEach() throws Exception {
        var wire = new Wire(url());
        var token = "";
        var calls = 0;
        var signedOut = false;
        var before = entries();
        for (var route : guarded()) {
            if (calls++ % CALLS_OF_ONE_ACCOUNT == 0 || signedOut) {
                token = token();
            }
            var status = call(wire, route, credentials(route, token));
            // What succeeds may have ended the session.
            signedOut = status < 400;
            var denied = !mayCall(route);
            if (denied) {
                assertThat(status).as(name(route)).isEqualTo(403);
            }
            var foreignForm = !denied && !isForPrograms(route);
            var after = entries();
            assertThat(after - before).as(name(route) + " " + status).isEqualTo(status == 403 && !foreignForm ? 1 : 0);
            before = after;
        }
        assertThat(calls).isGreaterThan(20);
    }

    @Test
    protected void whoeverIsNotSignedInLeavesNoEntry() throws Exception {
        var wire = new Wire(url());
        var before = entries();
        for (var route : guarded()) {
            assertThat(call(wire, route, "X-Nobody: signed in")).as(name(route)).isIn(303, 401, 403);
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    protected void oneAccountThatIsRefusedAgainAndAgainDoesNotFillTheTrail() throws Exception {
        var wire = new Wire(url());
        var token = token();
        var route = guarded().stream()
                .filter(each -> isForPrograms(each) && !mayCall(each))
                .findFirst()
                .orElseThrow();
        var before = entries();
        for (var i = 0; i < AGAIN_AND_AGAIN; i++) {
            assertThat(call(wire, route, credentials(route, token))).isEqualTo(403);
        }
        assertThat(entries() - before).isEqualTo(RefusalLimit.MOST);
        assertThat(lastDetail()).isEqualTo("role more-may-follow");
    }

    /** Changes, and readings that the role is refused. */
    private List<UriRouteInfo<?, ?>> guarded() {
        return router().uriRoutes()
                .filter(route -> !ASKING.contains(route.getHttpMethod()))
                .filter(route -> !DeclaredRoles.of(route).isEmpty()
                        && !DeclaredRoles.of(route).contains(SecurityRule.IS_ANONYMOUS))
                .filter(route -> route.getHttpMethod() != HttpMethod.GET || !mayCall(route))
                .sorted(Comparator.comparing(RefusalsContract::name))
                .<UriRouteInfo<?, ?>>map(route -> route)
                .toList();
    }

    private int call(Wire wire, UriRouteInfo<?, ?> route, String credentials) throws Exception {
        var path = VARIABLE.matcher(path(route))
                .replaceAll(variable -> variables()
                        .getOrDefault(variable.group(1), UUID.randomUUID().toString()));
        var body = "{}".getBytes(StandardCharsets.US_ASCII);
        return wire.send(
                        route.getHttpMethod().name(),
                        path,
                        body,
                        credentials,
                        "If-Match: \"0\"",
                        "Content-Type: " + type(route))
                .status();
    }

    private static String type(UriRouteInfo<?, ?> route) {
        var first = route.getConsumes().stream().findFirst().orElse(MediaType.APPLICATION_JSON_TYPE);
        var type = first.equals(MediaType.ALL_TYPE) ? MediaType.APPLICATION_JSON_TYPE : first;
        return type.getName() + (type.getType().equals("multipart") ? "; boundary=x" : "");
    }

    private String credentials(UriRouteInfo<?, ?> route, String token) {
        return isForPrograms(route) ? "Authorization: Bearer " + token : "Cookie: " + cookie() + "=" + token;
    }

    private boolean mayCall(UriRouteInfo<?, ?> route) {
        return DeclaredRoles.of(route).contains(role())
                || DeclaredRoles.of(route).contains(SecurityRule.IS_AUTHENTICATED);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethod() + " " + path(route) + " " + route.getConsumes();
    }

    private static boolean isForPrograms(UriRouteInfo<?, ?> route) {
        return path(route).startsWith("/api/");
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private long entries() throws SQLException {
        return Long.parseLong(first("SELECT count(*) FROM %s.audit_entry WHERE action = 'access.refused'"));
    }

    private String lastDetail() throws SQLException {
        return first("SELECT detail FROM %s.audit_entry ORDER BY position DESC LIMIT 1");
    }

    private String first(String sql) throws SQLException {
        try (var statement = trail.createStatement();
                var row = statement.executeQuery(sql.formatted(schema()))) {
            row.next();
            return row.getString(1);
        }
    }
}
