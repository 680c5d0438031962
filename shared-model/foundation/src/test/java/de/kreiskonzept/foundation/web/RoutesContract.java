package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import de.kreiskonzept.foundation.web.Wire.Answer;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for all routes of an application, whatever they are. Each module runs it for its own. */
public abstract class RoutesContract {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String PARTS = "--x\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n0\r\n--x--\r\n";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The application, running; the one who is signed in may do everything. */
    protected abstract Edge edge() throws Exception;

    /** The routes of the application. */
    protected abstract Router router();

    /** What stands for the variables of an address, so that it is one of something that exists; any other gets a random id. */
    protected abstract Map<String, String> variables() throws Exception;

    /** Addresses of forms that the walk must come by; without them it has gone nowhere. */
    protected abstract List<String> amongThem();

    /** Addresses of forms that anybody may send without a hidden value, because they act for nobody; each is named here. */
    protected Set<String> forAnybody() {
        return Set.of();
    }

    /** First path segments that no county may have. */
    protected abstract Set<String> reserved();

    @Test
    protected void everyFormWantsTheHiddenValueOfItsPage() throws Exception {
        var edge = edge();
        var wire = new Wire(edge.url());
        var variables = variables();
        var forms = new ArrayList<>(forms());
        assertThat(forms).containsAll(amongThem()).containsAll(forAnybody());
        forms.removeAll(forAnybody());
        var before = Stored.besideTheTrail(edge.schema());
        for (var form : forms) {
            var path = VARIABLE.matcher(form)
                    .replaceAll(name -> variables.getOrDefault(
                            name.group(1), UUID.randomUUID().toString()));
            for (var body : List.of("", "csrfToken=", "csrfToken=" + "A".repeat(65), "version=0&reason=Grund")) {
                var answer = sent(wire, path, body, edge.cookieLine(), FORM);
                assertThat(answer.status()).as(path + " " + body).isEqualTo(403);
            }
            assertThat(sent(wire, path, PARTS, edge.cookieLine(), "multipart/form-data; boundary=x")
                            .status())
                    .as(path + " in parts")
                    .isEqualTo(403);
            var stranger = sent(wire, path, "version=0", "X-Nobody: signed in", FORM);
            if (stranger.status() != 403) {
                assertThat(stranger.status()).as(path).isEqualTo(303);
                assertThat(stranger.values("Location")).singleElement(STRING).contains("/anmelden");
            }
        }
        assertThat(Stored.besideTheTrail(edge.schema())).isEqualTo(before);
    }

    private static Answer sent(Wire wire, String path, String body, String who, String type) throws IOException {
        return wire.send("POST", path, body.getBytes(StandardCharsets.US_ASCII), who, "Content-Type: " + type);
    }

    @Test
    protected void noCountyCanBeNamedLikeAPath() {
        assertThat(router().uriRoutes().map(RoutesContract::firstSegment))
                .filteredOn(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                .hasSizeGreaterThan(3)
                .isSubsetOf(reserved());
    }

    private static String firstSegment(UriRouteInfo<?, ?> route) {
        return path(route).split("/", -1)[1];
    }

    @Test
    protected void describesItsInterfaceTruly() throws Exception {
        var description = new Wire(edge().url()).send("GET", "/openapi.json").body();
        assertThat(Pattern.compile("\"null\",\\s*\"object\"")
                        .matcher(description)
                        .find())
                .isFalse();
        var paths = (Map<?, ?>) Objects.requireNonNull(JsonMapper.createDefault()
                .readValue(description, Argument.mapOf(String.class, Object.class))
                .get("paths"));
        assertThat(paths).isNotEmpty();
        paths.forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> known && known.get("responses") instanceof Map<?, ?> answers) {
                assertThat(answers.keySet().stream().map(String::valueOf).filter(status -> status.startsWith("2")))
                        .as(method + " " + path)
                        .hasSize(1);
            }
        }));
    }

    @Test
    protected void pagesChangeNothingButByForms() {
        assertThat(router().uriRoutes())
                .filteredOn(route -> !isForPrograms(route))
                .filteredOn(route -> !READING.contains(route.getHttpMethod()))
                .allMatch(route -> route.getHttpMethod() == HttpMethod.POST);
    }

    private List<String> forms() {
        return router().uriRoutes()
                .filter(route -> !isForPrograms(route) && route.getHttpMethod() == HttpMethod.POST)
                .map(RoutesContract::path)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isForPrograms(UriRouteInfo<?, ?> route) {
        return path(route).startsWith("/api/");
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }
}
