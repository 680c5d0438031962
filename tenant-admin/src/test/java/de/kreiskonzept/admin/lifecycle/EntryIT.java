package de.kreiskonzept.admin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.model.tenant.County;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class EntryIT {
    private static final String PATH = "/api/v1/tenants";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final ConsoleUnderTest console;

    EntryIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void repeatedRequestsWithOneKeyGiveOneTenant() throws Exception {
        var county = console.county();
        var key = "key-" + county.ags();
        Callable<String> entering = () -> id(enter(county, key));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = threads.invokeAll(Collections.nCopies(6, entering)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            assertThat(id(enter(county, key))).isEqualTo(ids.getFirst());
        }
        assertThat(console.get(PATH + "?search=" + county.ags(), "operator").body())
                .containsOnlyOnce("\"ags\":");
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        var county = console.county();
        var other = console.county();
        var key = "key-" + county.ags();
        assertThat(enter(county, key).statusCode()).isEqualTo(201);
        var answer = enter(other, key);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("gehört zu einer anderen Anfrage");
        assertThat(console.get(PATH + "?search=" + other.ags(), "operator").body())
                .isEqualTo("[]");
    }

    @Test
    void keepsTheKeysOfEachAccountApart() {
        var county = console.county();
        var other = console.county();
        var key = "key-" + county.ags();
        var colleague = console.tokenOf(console.newAccount("operator"));
        var first = id(enter(county, key));
        var second = console.postWith(colleague, PATH, json(other), "Idempotency-Key", key);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(id(second)).isNotEqualTo(first);
        assertThat(console.postWith(colleague, PATH, json(county), "Idempotency-Key", "x" + key)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesAKeyOfWrongShapeAndARefusedRequestUsesNoKeyUp() {
        var county = console.county();
        var key = "key-" + county.ags();
        assertThat(enter(county, "k".repeat(201)).statusCode()).isEqualTo(422);
        var unknown = json(county).replace(county.ags().text(), "99999");
        assertThat(console.post(PATH, "operator", unknown, "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(enter(county, key).statusCode()).isEqualTo(201);
    }

    @Test
    void supportEntersNobody() {
        var county = console.county();
        assertThat(console.post(PATH, "support", json(county)).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> enter(County county, String key) {
        return console.post(PATH, "operator", json(county), "Idempotency-Key", key);
    }

    private static String json(County county) {
        return "{\"ags\":\"%s\",\"contactName\":\"Änne Müller\",\"email\":\"integration@k%s.example\"}"
                .formatted(county.ags(), county.ags());
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
