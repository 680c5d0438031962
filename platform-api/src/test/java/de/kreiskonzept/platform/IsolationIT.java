package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every operation of the interface, as the build describes it, from one county against another. An operation that
 * is added later is covered by being described.
 */
@ExtendWith(PlatformUnderTest.Given.class)
class IsolationIT {
    private static final String CANARY = "Kanarienvogel";
    private static final int IDS = 25;
    private static final Set<String> REFUSED = Set.of("400", "403", "404", "405", "409", "412", "415", "422", "428");

    private record Operation(String method, String path, boolean hasBody) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final PlatformUnderTest platform;
    private final Connection owner;

    IsolationIT(PlatformUnderTest platform) throws SQLException {
        this.platform = platform;
        this.owner = TestServer.admin();
        try (var statement = owner.createStatement()) {
            statement.execute("SET ROLE kk_owner");
        }
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    @TestFactory
    List<DynamicTest> showsAndChangesNothingOfAnotherCounty() throws Exception {
        var own = platform.county();
        var other = platform.county();
        platform.in(
                other, () -> platform.bean(People.class).create("kanarie@kreis.example", Roles.ADMIN, CANARY + "!"));
        try (var sample = new ConceptSample(other)) {
            var section = sample.section(null, "field_of_action", CANARY);
            sample.goal(section, null, "overall_goal", CANARY);
        }
        var tokens = List.of(platform.token(own, Roles.ADMIN), platform.token(own, Roles.LEAD));
        var ids = ids(other);
        assertThat(ids).isNotEmpty();
        // What one operation changes stays changed: the first test that fails names it.
        var digest = digest(other);
        var before = read(digest);
        var tests = new ArrayList<DynamicTest>();
        for (var operation : operations()) {
            tests.add(DynamicTest.dynamicTest("address of the other: " + operation, () -> {
                for (var id : ids.subList(0, 1)) {
                    for (var token : tokens) {
                        var answer = call(operation, other.slug(), id, token);
                        assertThat(answer.statusCode()).isEqualTo(404);
                        assertThat(answer.body()).doesNotContain(CANARY, other.name());
                    }
                }
                assertThat(read(digest)).isEqualTo(before);
            }));
            if (operation.path().replace("{county}", "").contains("{")) {
                tests.add(DynamicTest.dynamicTest("ids of the other: " + operation, () -> {
                    for (var id : ids) {
                        for (var token : tokens) {
                            refusesOrKnowsNothing(operation, call(operation, own.slug(), id, token));
                        }
                    }
                    assertThat(read(digest)).isEqualTo(before);
                }));
            }
        }
        return tests;
    }

    private static void refusesOrKnowsNothing(Operation operation, HttpResponse<String> answer) {
        if (operation.method().equals("GET")) {
            assertThat(answer.statusCode()).isIn(403, 404);
        } else {
            assertThat(REFUSED).contains(String.valueOf(answer.statusCode()));
        }
        assertThat(answer.body()).doesNotContain(CANARY);
    }

    private HttpResponse<String> call(Operation operation, String slug, String id, String token)
            throws IOException, InterruptedException {
        var path = operation.path().replace("{county}", slug).replaceAll("\\{[^}]+}", id);
        var request = platform.request(path)
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"0\"")
                .method(
                        operation.method(),
                        operation.hasBody()
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody());
        return platform.send(operation.hasBody() ? request.header("Content-Type", "application/json") : request);
    }

    private static List<Operation> operations() throws IOException {
        var operations = new ArrayList<Operation>();
        try (var in = IsolationIT.class.getResourceAsStream("/META-INF/swagger/platform.json")) {
            JsonNode paths = new ObjectMapper().readTree(in).get("paths");
            paths.properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        if (path.getKey().contains("{county}")
                                && operation.getValue().has("responses")) {
                            operations.add(new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue().has("requestBody")));
                        }
                    }));
        }
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private List<String> ids(Workspace county) throws SQLException {
        try (var query = ofEachTable(county, "(SELECT '%2$s', to_jsonb(t) ->> 'id' FROM %1$s.%2$s t LIMIT 5)")) {
            return read(query).stream()
                    .map(Map.Entry::getValue)
                    .filter(id -> id.length() == 36)
                    .limit(IDS)
                    .toList();
        }
    }

    /** Reads everything that stands in the county; it is asked so often that the database keeps its plan. */
    private PreparedStatement digest(Workspace county) throws SQLException {
        return ofEachTable(
                county, "SELECT '%2$s', md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM %1$s.%2$s t");
    }

    /** One statement for all tables, which gives rows of a name of a table and a text. */
    private PreparedStatement ofEachTable(Workspace county, String select) throws SQLException {
        return owner.prepareStatement(tables(county).stream()
                .map(table -> select.formatted(county.schema(), table))
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2")));
    }

    private static List<Map.Entry<String, String>> read(PreparedStatement query) throws SQLException {
        try (var found = query.executeQuery()) {
            var rows = new ArrayList<Map.Entry<String, String>>();
            while (found.next()) {
                rows.add(Map.entry(found.getString(1), Objects.requireNonNullElse(found.getString(2), "")));
            }
            return rows;
        }
    }

    private List<String> tables(Workspace county) throws SQLException {
        try (var rows = owner.getMetaData().getTables(null, county.schema(), null, new String[] {"TABLE"})) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                var name = rows.getString("TABLE_NAME");
                // That somebody of another county has knocked is what the trail is for.
                if (!name.startsWith("audit_")) {
                    names.add(name);
                }
            }
            return names.stream().sorted().toList();
        }
    }
}
