package de.kreiskonzept.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.architecture.Structure;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the description of the interface against the routes. */
class DescriptionTest {
    private static final String PROBLEM = "#/components/schemas/Problem";

    /** What one account has, what settings and build name, and jobs, which are cut. */
    private static final Set<String> SHORT = Set.of(
            "GET /api/v1/account/devices",
            "GET /api/v1/account/sessions",
            "GET /api/v1/catalogue-versions",
            "GET /api/v1/data-sources",
            "GET /api/v1/jobs");

    private final Map<String, Object> description = read();

    @Test
    void namesEveryOperationAndNoOther() {
        var routes = new TreeSet<>(
                new Structure("de.kreiskonzept.admin").rolesOfRoutes().keySet());
        routes.removeIf(route -> !route.contains(" /api/"));
        assertThat(operations().keySet()).containsAll(routes);
    }

    @Test
    void saysOfEveryOperationWhatItDoesAndWhatItAnswers() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            assertThat(operation.get("summary")).asString().isNotBlank();
            assertThat(operation.get("operationId")).asString().isNotBlank();
            var answers = map(operation.get("responses"));
            assertThat(answers.keySet()).anyMatch(status -> status.startsWith("2"));
            answers.forEach((status, answer) -> {
                assertThat(map(answer).get("description")).asString().isNotBlank();
                if (!status.startsWith("2")) {
                    var content = map(map(answer).get("content"));
                    assertThat(content.keySet()).as(name + status).containsExactly("application/problem+json");
                    var schema =
                            map(map(content.get("application/problem+json")).get("schema"));
                    assertThat(schema).containsEntry("$ref", PROBLEM);
                } else if (!status.equals("204")) {
                    assertThat(map(answer)).as(name + status).containsKey("content");
                }
            });
        });
        assertThat(operations().values().stream().map(operation -> operation.get("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsWhichOperationsNeedAnAccount() {
        var roles = new Structure("de.kreiskonzept.admin").rolesOfRoutes();
        operations().forEach((name, operation) -> {
            if (roles.containsKey(name)) {
                var open = roles.get(name).equals(Set.of("isAnonymous()"));
                assertThat(operation.containsKey("security")).as(name).isNotEqualTo(open);
            }
        });
    }

    @Test
    void saysWhatEveryDocumentIsRefusedForAndThatFaultsHappen() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            var answers = map(operation.get("responses")).keySet();
            assertThat(answers).as(name).contains("500");
            if (operation.containsKey("requestBody")) {
                assertThat(answers).as(name).contains("400", "413", "415");
            }
        });
    }

    @Test
    void wantsTheVersionThatWasReadForEveryDecision() {
        for (var decision : List.of(
                "POST /api/v1/signups/{id}/approve",
                "POST /api/v1/signups/{id}/reject",
                "POST /api/v1/tenants/{id}/suspend",
                "POST /api/v1/tenants/{id}/resume")) {
            var operation = map(operations().get(decision));
            assertThat(operation.get("parameters").toString()).as(decision).contains("name=If-Match");
            assertThat(map(operation.get("responses"))).as(decision).containsKeys("412", "428");
        }
    }

    @Test
    void saysOfEveryOperationThatRefusesWithoutAVersionHowOneGivesIt() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            if (map(operation.get("responses")).containsKey("428")) {
                assertThat(String.valueOf(operation.get("parameters"))).contains("name=If-Match");
            }
        });
    }

    @Test
    void offersPartsOfEveryListThatMayBecomeLong() {
        var lists = operations().entrySet().stream()
                .filter(operation -> operation.getKey().startsWith("GET ") && !SHORT.contains(operation.getKey()))
                .map(Map.Entry::getValue)
                .filter(operation -> map(map(operation.get("responses")).get("200"))
                        .toString()
                        .contains("type=array"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(6).allSatisfy(operation -> {
            assertThat(operation.get("parameters").toString()).contains("name=page", "name=size");
            assertThat(map(map(operation.get("responses")).get("200")).toString())
                    .contains("Link");
        });
    }

    private Map<String, Map<String, Object>> operations() {
        var operations = new TreeMap<String, Map<String, Object>>();
        map(description.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) -> operations.put(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path, map(operation))));
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static Map<String, Object> read() {
        try (var in = DescriptionTest.class.getResourceAsStream("/META-INF/swagger/console.json")) {
            return JsonMapper.createDefault().readValue(in, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
