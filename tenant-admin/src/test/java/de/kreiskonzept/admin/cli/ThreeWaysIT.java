package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Registration;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.admin.signup.SignupState;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A decision is the same whether it is made on the page, by REST or on the command line. */
@ExtendWith(ConsoleUnderTest.Given.class)
class ThreeWaysIT {
    private static final Pattern TOKEN = Pattern.compile("/registrieren/bestaetigen/([\\w-]{43})");
    private static final String REASON = "Es fehlt das Mandat für Ä.";

    private final ConsoleUnderTest console;

    ThreeWaysIT(ConsoleUnderTest console) {
        this.console = console;
    }

    enum Way {
        PAGE,
        REST,
        COMMAND_LINE
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void approves(Way way) {
        var county = console.county();
        var id = confirmed(county);
        assertThat(approve(way, id)).isTrue();
        var signup = signup(id);
        assertThat(signup.state()).isEqualTo(SignupState.APPROVED);
        assertThat(signup.decidedBy()).isNotBlank();
        var tenant = console.bean(Tenants.class).findLiving(county.ags()).orElseThrow();
        assertThat(console.bean(Tenants.class).events(tenant.id()).stream().map(TenantEvent::to))
                .startsWith(TenantState.REQUESTED, TenantState.VERIFIED, TenantState.APPROVED);
        assertThat(approve(way, id)).isTrue();
        assertThat(reject(way, id, REASON)).isFalse();
        assertThat(signup(id).state()).isEqualTo(SignupState.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void rejectsWithAReasonOnly(Way way) {
        var county = console.county();
        var id = confirmed(county);
        assertThat(reject(way, id, " ")).isFalse();
        assertThat(reject(way, id, "x".repeat(1001))).isFalse();
        assertThat(signup(id).state()).isEqualTo(SignupState.VERIFIED);
        assertThat(reject(way, id, REASON)).isTrue();
        var signup = signup(id);
        assertThat(signup.state()).isEqualTo(SignupState.REJECTED);
        assertThat(signup.decisionReason()).isEqualTo(REASON);
        assertThat(console.bean(Tenants.class).findLiving(county.ags())).isEmpty();
        assertThat(console.mails(address(county)).stream()
                        .filter(mail -> mail.body().contains(REASON)))
                .hasSize(1);
        assertThat(reject(way, id, REASON)).isFalse();
        assertThat(approve(way, id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void approvesNothingThatIsNotConfirmed(Way way) {
        var county = console.county();
        var id = console.bean(Registration.class)
                .request(new CountyRequest(county, "Änne Müller", address(county)))
                .id();
        assertThat(approve(way, id)).isFalse();
        assertThat(signup(id).state()).isEqualTo(SignupState.REQUESTED);
    }

    private boolean approve(Way way, UUID id) {
        return switch (way) {
            case PAGE -> page(id, "annehmen", Map.of());
            case REST -> rest(id, "approve", "{}");
            case COMMAND_LINE -> kk("signup", "approve", id.toString(), "--yes");
        };
    }

    private boolean reject(Way way, UUID id, String reason) {
        return switch (way) {
            case PAGE -> page(id, "ablehnen", Map.of("reason", reason));
            case REST -> rest(id, "reject", "{\"reason\":\"" + reason + "\"}");
            case COMMAND_LINE -> kk("signup", "reject", id.toString(), "--reason", reason, "--yes");
        };
    }

    private boolean page(UUID id, String action, Map<String, String> fields) {
        var browser = console.browser("operator");
        browser.get("/antraege/" + id);
        var status = browser.post("/antraege/" + id + "/" + action, fields).statusCode();
        assertThat(status).isIn(303, 409, 422);
        return status == 303;
    }

    private boolean rest(UUID id, String action, String json) {
        var tag = "\"" + signup(id).version() + "\"";
        var status = console.post("/api/v1/signups/" + id + "/" + action, "operator", json, "If-Match", tag)
                .statusCode();
        assertThat(status).isIn(200, 400, 409);
        return status == 200;
    }

    private boolean kk(String... args) {
        var beside = new StringWriter();
        var status = WatchedKk.run(
                () -> Settings.start(ConsoleUnderTest.settings(), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(new StringWriter()),
                new PrintWriter(beside),
                args);
        assertThat(status).as(beside.toString()).isIn(0, 1);
        return status == 0;
    }

    private UUID confirmed(County county) {
        var registration = console.bean(Registration.class);
        registration.request(new CountyRequest(county, "Änne Müller", address(county)));
        var token = TOKEN.matcher(console.mails(address(county)).getFirst().body());
        assertThat(token.find()).isTrue();
        return registration.confirm(token.group(1)).id();
    }

    private Signup signup(UUID id) {
        return console.bean(Signups.class).get(id);
    }

    private static String address(County county) {
        return "integration@k" + county.ags() + ".example";
    }
}
