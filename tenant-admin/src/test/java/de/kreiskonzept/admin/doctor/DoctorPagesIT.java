package de.kreiskonzept.admin.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examination on the page and by REST: begun by operators, done in the background, its findings kept. */
@ExtendWith(ConsoleUnderTest.Given.class)
class DoctorPagesIT {
    private final ConsoleUnderTest console;

    DoctorPagesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void anOperatorBeginsAndWatchesOnThePage() throws Exception {
        var browser = console.browser("operator");
        assertThat(browser.get("/pruefung").body()).contains("Jetzt prüfen");
        assertThat(browser.post("/pruefung", Map.of()).statusCode()).isEqualTo(303);
        var underWay = browser.get("/pruefung");
        assertThat(underWay.body()).contains("Die Prüfung läuft", "<progress").doesNotContain("Jetzt prüfen");
        assertThat(underWay.headers().firstValue("Refresh")).contains("2");
        work();
        var done = browser.get("/pruefung");
        assertThat(done.body()).contains("Jetzt prüfen", "Letzte Prüfung", "Beendet");
        assertThat(done.headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void programsBeginItAndReadWhatWasFound() throws Exception {
        var begun = console.post("/api/v1/doctor", "operator", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/doctor");
        assertThat(begun.body()).contains("\"underWay\":{", "\"repairs\":false");
        work();
        assertThat(console.get("/api/v1/doctor", "operator").body())
                .contains("\"underWay\":null", "\"findings\":[", "\"finishedAt\":\"");
    }

    @Test
    void programsLetItRepair() throws Exception {
        var begun = console.post("/api/v1/doctor/repairs", "operator", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.body()).contains("\"repairs\":true");
        work();
        assertThat(console.get("/api/v1/doctor", "operator").body()).contains("\"repaired\":[");
    }

    @Test
    void supportNeitherBeginsNorReadsIt() {
        assertThat(console.get("/api/v1/doctor", "support").statusCode()).isEqualTo(403);
        assertThat(console.post("/api/v1/doctor", "support", "{}").statusCode()).isEqualTo(403);
        var browser = console.browser("support");
        browser.get("/aktualisierung");
        assertThat(browser.post("/pruefung", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/pruefung/beheben", Map.of()).statusCode()).isEqualTo(403);
    }

    private void work() throws SQLException {
        assertThat(console.bean(Doctor.class).step()).isTrue();
        while (console.bean(Doctor.class).step()) {
            Thread.onSpinWait();
        }
    }
}
