package de.kreiskonzept.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.foundation.secondfactor.HiddenFields;
import de.kreiskonzept.foundation.secondfactor.SecretInputs;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code that comes between a form and what it does: nothing typed is lost, and nobody gains anything by it. */
@ExtendWith(PlatformUnderTest.Given.class)
class FreshCodeIT {
    private static final String REASON = "Die Ampel <b>\r\nist \"rot\" & bleibt's";
    private static final Map<String, String> TYPED = Map.of("reason", REASON, "minutes", "30");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String form;
    private String admin;
    private String cookie;
    private Authenticator app;

    FreshCodeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anAdminWhoGaveACodeSixMinutesAgo() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        form = home + "hilfe/neu";
        admin = platform.token(county, Roles.ADMIN);
        cookie = "kk_session=" + admin;
        app = enrol(admin);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
    }

    @Test
    void carriesWhatWasTypedAcrossTheCodeAndDoesItOnce() throws Exception {
        var asked = send(form, TYPED);
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("Was Sie eingegeben haben, ist noch da", "action=\"" + form + "\"");
        assertThat(HiddenFields.of(asked.body())).isEqualTo(TYPED);
        assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");

        var wrong = send(form, withCode(asked, "123456"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Dieser Code stimmt nicht").doesNotContain("123456");
        assertThat(HiddenFields.of(wrong.body())).isEqualTo(TYPED);
        assertThat(grants()).isEqualTo("[]");

        var typed = withCode(wrong, nextCode());
        var given = send(form, typed);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("Der Code stimmt", "Jetzt absenden", "action=\"" + form + "\"");
        assertThat(HiddenFields.of(given.body())).isEqualTo(TYPED);
        assertThat(grants()).as("a code alone does nothing").isEqualTo("[]");
        assertThat(HiddenFields.of(send(form, typed).body()))
                .as("somebody pressed twice")
                .isEqualTo(TYPED);

        var done = send(form, HiddenFields.of(given.body()));
        assertThat(done.headers().firstValue("Location")).contains(home + "hilfe");
        assertThat(grants()).containsOnlyOnce("\"reason\"").contains("Die Ampel <b>", "bleibt's");
    }

    @Test
    void checksWhatTheHiddenFieldsSayAsIfItWereTyped() throws Exception {
        var changed = HiddenFields.of(
                send(form, withCode(send(form, TYPED), nextCode())).body());
        changed.put("minutes", "600");
        var refused = send(form, changed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("15, 30 oder 60 Minuten", "Die Ampel &lt;b&gt;");
        assertThat(grants()).isEqualTo("[]");
    }

    @Test
    void opensNothingWithACodeInAFormThatTheRoleMayNotSend() throws Exception {
        var reader = platform.cookie(county, Roles.READER);
        var refused = platform.form(home + "konto", form, reader, withCode(send(form, TYPED), nextCode()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("Die Ampel");
        assertThat(grants()).isEqualTo("[]");
    }

    @Test
    void takesThePageOfOneSessionInNoOther() throws Exception {
        var asked = send(form, TYPED);
        var token = TOKEN.matcher(asked.body());
        assertThat(token.find()).isTrue();
        var fields = new LinkedHashMap<String, String>();
        fields.put("csrfToken", token.group(1));
        fields.putAll(withCode(asked, nextCode()));
        var other = platform.cookie(county, Roles.ADMIN);
        var refused = platform.form(home + "konto", form, other, fields);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Dieses Formular ist nicht mehr gültig");
        assertThat(grants()).isEqualTo("[]");
    }

    @Test
    void keepsNoSecretAndNothingThatIsTooLong() throws Exception {
        var secret = send(home + "konto/zweiter-faktor", Map.of("offer", "abc", "code", "654321"));
        assertThat(secret.statusCode()).isEqualTo(303);
        assertThat(secret.body()).doesNotContain("654321");
        assertThat(secret.headers().firstValue("Location"))
                .hasValueSatisfying(
                        path -> assertThat(path).contains("konto/bestaetigen").doesNotContain("654321"));
        assertThat(send(form, Map.of("reason", "x".repeat(70_000), "minutes", "30"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void slowsGuessesDownAndKeepsTheFormAllTheSame() throws Exception {
        var asked = send(form, TYPED);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(send(form, withCode(asked, "00000" + guess)).statusCode())
                    .isEqualTo(422);
        }
        var stopped = send(form, withCode(asked, nextCode()));
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body()).contains("zu viele Versuche");
        assertThat(HiddenFields.of(stopped.body())).isEqualTo(TYPED);
        assertThat(grants()).isEqualTo("[]");
    }

    @Test
    void knowsTheNamesOfAllFieldsForPasswordsAndCodes() {
        assertThat(SecretInputs.unknown(Path.of(""))).isEmpty();
    }

    private HttpResponse<String> send(String action, Map<String, String> fields) throws Exception {
        return platform.form(home + "konto", action, cookie, fields);
    }

    private static Map<String, String> withCode(HttpResponse<String> asked, String code) {
        var fields = HiddenFields.of(asked.body());
        fields.put("freshCode", code);
        return fields;
    }

    private String grants() throws Exception {
        return platform.get("/api/v1/" + county.slug() + "/hilfe", admin).body();
    }

    private Authenticator enrol(String token) throws Exception {
        var path = "/api/v1/" + county.slug() + "/konto/zweiter-faktor";
        var offer = platform.post(path + "/angebot", token, "").body();
        var enrolled = new Authenticator(field(offer, "secret"));
        var code = enrolled.code(platform.bean(MovableClock.class).instant());
        var said = "{\"offer\":\"%s\",\"code\":\"%s\"}".formatted(field(offer, "offer"), code);
        assertThat(platform.post(path, token, said).statusCode()).isEqualTo(200);
        return enrolled;
    }

    /** Waits for the next code of the app: a step counts once. */
    private String nextCode() {
        var clock = platform.bean(MovableClock.class);
        clock.advance(Duration.ofSeconds(60));
        return app.code(clock.instant());
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
