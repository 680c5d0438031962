package de.kreiskonzept.admin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.Browser;
import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.model.tenant.TenantState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people of the provider decide on the same request at the same moment. */
@ExtendWith(ConsoleUnderTest.Given.class)
class TwoOperatorsIT {
    private final ConsoleUnderTest console;
    private final Tenants tenants;
    private Browser one;
    private Browser other;
    private UUID request;

    TwoOperatorsIT(ConsoleUnderTest console) {
        this.console = console;
        this.tenants = console.bean(Tenants.class);
    }

    @BeforeEach
    void bothReadAConfirmedRequest() {
        one = reader("Ada Eins");
        other = reader("Eva Zwei");
        var county = console.county();
        var asked = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        request = console.bean(Registration.class)
                .enter(asked, Actor.without("Test"))
                .id();
        for (var browser : List.of(one, other)) {
            assertThat(browser.get("/antraege/" + request).body()).contains("Annehmen und einrichten");
        }
    }

    @RepeatedTest(3)
    void approveOnceAndBothReadWhoItWas() throws Exception {
        var answers = atOnce(() -> decide(one, "annehmen"), () -> decide(other, "annehmen"));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);

        var signup = console.bean(Signups.class).get(request);
        var tenant = Objects.requireNonNull(signup.tenantId());
        assertThat(signup.decidedBy()).isIn("Ada Eins", "Eva Zwei");
        for (var browser : List.of(one, other)) {
            assertThat(browser.get("/antraege/" + request).body()).contains("Entschieden von", signup.decidedBy());
        }
        assertThat(console.bean(Provisioning.class).complete(tenant)).isTrue();
        assertThat(tenants.events(tenant).stream().map(TenantEvent::to))
                .containsExactlyInAnyOrder(
                        TenantState.REQUESTED,
                        TenantState.VERIFIED,
                        TenantState.APPROVED,
                        TenantState.PROVISIONING,
                        TenantState.ACTIVE);
        assertThat(console.rows(tenant, "identity_account")).isOne();
    }

    @RepeatedTest(3)
    void decideOnceWhereTheyDisagreeAndTheSlowerIsTold() throws Exception {
        var answers = atOnce(() -> decide(one, "annehmen"), () -> decide(other, "ablehnen"));
        var approved = console.bean(Signups.class).get(request).state() == SignupState.APPROVED;
        assertThat(answers.get(approved ? 0 : 1).statusCode()).isEqualTo(303);
        var slower = answers.get(approved ? 1 : 0);
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body())
                .contains(approved ? "Der Antrag ist schon angenommen." : "Der Antrag ist schon abgelehnt.");
    }

    private HttpResponse<String> decide(Browser browser, String how) {
        return browser.post("/antraege/" + request + "/" + how, Map.of("reason", "Nicht zuständig."));
    }

    private static List<HttpResponse<String>> atOnce(
            Callable<HttpResponse<String>> first, Callable<HttpResponse<String>> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Browser reader(String name) {
        var email = UUID.randomUUID() + "@betreiber.example";
        console.bean(Operators.class).create(email, name, Roles.OPERATOR, ConsoleUnderTest.PASSWORD);
        var browser = console.browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        return browser;
    }
}
