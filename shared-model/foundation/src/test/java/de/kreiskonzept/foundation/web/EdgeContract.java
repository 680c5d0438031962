package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Wire.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each application answers to what no browser and no good program sends. Each module runs it for its own. */
public abstract class EdgeContract {
    private static final Pattern HIDDEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON = "Content-Type: application/json";
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 100;

    private Edge edge;
    private Wire wire;

    /** The application, running. */
    protected abstract Edge edge() throws Exception;

    @BeforeEach
    void runs() throws Exception {
        edge = edge();
        wire = new Wire(edge.url());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    protected void refusesAHundredMegabytes(boolean lengthIsTold) throws Exception {
        var framing = lengthIsTold ? "Content-Length: " + (long) MEGABYTE * MEGABYTES : "Transfer-Encoding: chunked";
        Wire.Body body = out -> hundredMegabytes(out, !lengthIsTold);
        var before = Stored.in(edge.schema());
        var answers = new ArrayList<Answer>();
        answers.add(wire.send("POST", edge.form(), body, edge.cookieLine(), FORM, framing));
        answers.add(wire.send("POST", edge.api(), body, edge.bearerLine(), JSON, framing));
        for (var upload : edge.uploads()) {
            var type = "Content-Type: multipart/form-data; boundary=x";
            answers.add(wire.send("POST", upload, body, "Cookie: " + edge.uploader(), type, framing));
        }
        assertThat(answers).allSatisfy(answer -> isRefused(answer, 413));
        assertThat(Stored.in(edge.schema())).isEqualTo(before);
        assertThat(wire.send("GET", edge.form(), edge.cookieLine()).status()).isEqualTo(200);
    }

    private static void hundredMegabytes(OutputStream out, boolean chunked) throws IOException {
        var part = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        for (var sent = 0; sent < MEGABYTES; sent++) {
            if (chunked) {
                out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(part);
            if (chunked) {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The texts stand for bytes as in ISO 8859-1. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00fe", "\u00c3(", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\0", "\u00e4"})
    protected void refusesWhatIsNoText(String bytes) throws Exception {
        var before = Stored.in(edge.schema());
        var json = edge.document().replace("%s", "A" + bytes + "B").getBytes(StandardCharsets.ISO_8859_1);
        isRefused(wire.send("POST", edge.api(), json, edge.bearerLine(), JSON), 400);
        isRefused(sendForm(edge.fields().replace("%s", "A" + bytes + "B")), 400);
        var escaped = new StringBuilder();
        bytes.chars().forEach(b -> escaped.append("%%%02x".formatted(b)));
        isRefused(sendForm(edge.fields().replace("%s", "A" + escaped + "B")), 400);
        isRefused(wire.send("GET", edge.form() + "?x=" + escaped, edge.cookieLine()), 400);
        assertThat(Stored.in(edge.schema())).isEqualTo(before);
    }

    @Test
    protected void refusesAnEscapedNulInJson() throws Exception {
        var json = edge.document().replace("%s", "A\\u0000B").getBytes(StandardCharsets.US_ASCII);
        isRefused(wire.send("POST", edge.api(), json, edge.bearerLine(), JSON), 400);
    }

    @Test
    protected void takesWhatIsText() throws Exception {
        var before = Stored.in(edge.schema());
        var fields = edge.fields().replace("%s", "J%C3%BCrgen+%E2%82%AC").getBytes(StandardCharsets.US_ASCII);
        assertThat(sendForm(new String(fields, StandardCharsets.US_ASCII)).status())
                .isEqualTo(303);
        assertThat(Stored.in(edge.schema())).isNotEqualTo(before);
    }

    private Answer sendForm(String fields) throws IOException {
        var hidden =
                HIDDEN.matcher(wire.send("GET", edge.form(), edge.cookieLine()).body());
        assertThat(hidden.find()).isTrue();
        var body = ("csrfToken=" + hidden.group(1) + "&" + fields).getBytes(StandardCharsets.ISO_8859_1);
        return wire.send("POST", edge.form(), body, edge.cookieLine(), FORM);
    }

    @Test
    protected void refusesAddressesAndHeadersWithoutEnd() throws Exception {
        var tooLong = "x".repeat(100_000);
        for (var path : List.of(edge.form(), edge.api())) {
            isRefused(wire.send("GET", path + "?x=" + tooLong, edge.bearerLine()), 414);
            isRefused(wire.send("GET", path, "X-Long: " + tooLong), 431);
            isRefused(wire.send("GET", path, "Cookie: kk=" + tooLong), 431);
        }
        assertThat(wire.send("GET", edge.form(), edge.cookieLine()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{home}../..",
                "{home}../../etc/passwd",
                "{home}%2e%2e/%2e%2e/etc/passwd",
                "{home}..%2f..%2fetc%2fpasswd",
                "{home}..%5c..%5cetc%5cpasswd",
                "{home}%00",
                "{home}%",
                "{home}%zz",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/../application.yml",
                "/assets/%2e%2e/application.yml",
                "/assets/..%2fapplication.yml",
                "/assets/%252e%252e/application.yml",
                "/assets/kern/../../application.yml",
                "/assets/....//application.yml",
                "/assets//etc/passwd",
                "/assets/kreiskonzept.css%00.png",
                "/assets/",
                "//etc/passwd",
                "/api/../etc/passwd",
                "/api/v1/%2e%2e/%2e%2e/etc/passwd"
            })
    protected void leavesNoWayOutOfItsPaths(String path) throws Exception {
        var answer = wire.send("GET", path.replace("{home}", edge.home()), edge.cookieLine());
        assertThat(answer.status()).as(answer.toString()).isBetween(300, 499);
        isClean(answer);
        assertThat(answer.body()).doesNotContain("root:", "micronaut:", "datasources");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | {home}gibt-es-nicht | text/html           | 404",
                "GET    | {home}abmelden      | text/html           | 405",
                "DELETE | {form}              | text/html           | 403",
                "POST   | {form}              | application/xml     | 403",
                "POST   | {form}              | nonsense            | 403",
                "GET    | {api}/gibt-es-nicht | application/json    | 404",
                "GET    | /api/v1             | application/json    | 404",
                "DELETE | {api}               | application/json    | 405",
                "POST   | {api}               | application/xml     | 415",
                "POST   | {api}               | nonsense            | 400",
                "POST   | {api}               | application/json    | 400"
            })
    protected void saysInEveryErrorOnlyWhatHelps(String method, String path, String type, int status) throws Exception {
        var target = path.replace("{home}", edge.home())
                .replace("{form}", edge.form())
                .replace("{api}", edge.api());
        var who = target.startsWith("/api") ? edge.bearerLine() : edge.cookieLine();
        var answer = wire.send(method, target, new byte[] {'{'}, who, "Content-Type: " + type);
        isRefused(answer, status);
    }

    @Test
    protected void saysToStrangersOnlyThatTheyMustSignIn() throws Exception {
        isRefused(wire.send("GET", edge.api(), "Authorization: Bearer nonsense"), 401);
    }

    @Test
    protected void tellsOfAFaultOnlyItsNumber() throws Exception {
        var table = "\"" + edge.schema() + "\".audit_entry";
        Stored.execute("ALTER TABLE " + table + " RENAME TO audit_entry_elsewhere");
        try {
            for (var answer : List.of(
                    wire.send("GET", edge.trail(), edge.bearerLine()),
                    wire.send("GET", edge.home() + "protokoll", edge.cookieLine()))) {
                isClean(answer);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
                assertThat(answer.body()).containsPattern("[0-9a-f]{8}").doesNotContain("audit_entry");
            }
        } finally {
            Stored.execute("ALTER TABLE \"" + edge.schema() + "\".audit_entry_elsewhere RENAME TO audit_entry");
        }
        assertThat(wire.send("GET", edge.trail(), edge.bearerLine()).status()).isEqualTo(200);
    }

    private void isRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).as(answer.toString()).contains("Bitte");
        isClean(answer);
    }

    private void isClean(Answer answer) {
        assertThat(answer.values("Content-Security-Policy"))
                .as(answer.toString())
                .containsExactly(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.values("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.values("Cache-Control")).containsExactly("no-store");
        assertThat(answer.values("Server")).isEmpty();
        assertThat(answer.body())
                .doesNotContain(edge.schema() + ".", "Exception", "micronaut", "netty", "java.", "de.kreiskonzept")
                .doesNotContain("SELECT", "SQLSTATE", "ERROR:", "relation ", "\tat ");
    }
}
