package de.kreiskonzept.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Ags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file of which no county comes is given up or forgotten by the job that cleans up, and the trail says so once. */
@ExtendWith(ConsoleUnderTest.Given.class)
class GivenUpImportsIT {
    private final ConsoleUnderTest console;
    private byte[] file;

    GivenUpImportsIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void exports() throws Exception {
        file = ExportedCounty.of(console);
    }

    @AfterEach
    void theTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void givesUpAFileThatNoConsoleHasAnyMore() throws Exception {
        var id = filling();
        console.bean(IncomingFolder.class).remove(id);
        console.bean(MovableClock.class).advance(Duration.ofHours(5));
        clean();
        assertThat(state(id)).isEqualTo(IncomingFile.State.FILLING);
        console.bean(MovableClock.class).advance(Duration.ofHours(2));
        clean();
        assertThat(state(id)).isEqualTo(IncomingFile.State.FAILED);
        assertThat(console.bean(IncomingFiles.class).get(id).failure()).isEqualTo(new Texts().text("transfer.lost"));
        console.bean(MovableClock.class).advance(Duration.ofHours(25));
        clean();
        assertThat(console.bean(IncomingProgress.class).known()).doesNotContain(id);
        assertThat(console.trail(id)).containsExactly("import.begun", "import.failed");
        assertFailed(id, "transfer.lost", "Datei nicht mehr vorhanden");
    }

    @Test
    void givesUpAFileAtWhichEachAttemptDies() throws Exception {
        var id = filling();
        var progress = console.bean(IncomingProgress.class);
        for (var attempt = 1; attempt <= IncomingFiles.MOST_ATTEMPTS; attempt++) {
            assertThat(progress.claim(id, "dies " + attempt)).hasValue(attempt);
            console.bean(IncomingFiles.class).work();
            assertThat(state(id)).isEqualTo(IncomingFile.State.FILLING);
            console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        }
        work();
        assertThat(state(id)).isEqualTo(IncomingFile.State.FAILED);
        assertThat(console.bean(IncomingFiles.class).get(id).failure()).isEqualTo(new Texts().text("transfer.gaveUp"));
        assertThat(console.trail(id)).containsExactly("import.begun", "import.failed");
        assertFailed(id, "transfer.gaveUp", "nach mehreren Versuchen aufgegeben");
        assertThat(kept(id)).isFalse();
    }

    @Test
    void whoeverWasOvertakenEntersNoCounty() throws Exception {
        var id = filling();
        var progress = console.bean(IncomingProgress.class);
        var slow = new IncomingProgress.Claim(id, "slow");
        assertThat(progress.claim(id, slow.holder())).hasValue(1);
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(progress.claim(id, "quick")).hasValue(2);
        var imported = console.bean(IncomingFiles.class).get(id);
        var spares = console.bean(SpareSchemas.class).names();
        assertThatThrownBy(() -> console.bean(Import.class)
                        .read(
                                console.bean(IncomingFolder.class).path(id),
                                imported.ags(),
                                Program.TESTER,
                                new Filling.Watcher() {
                                    @Override
                                    public void filled(long rows) {}

                                    @Override
                                    public void entered(UUID tenant) {
                                        progress.done(slow, tenant);
                                    }
                                }))
                .isInstanceOf(IncomingProgress.Overtaken.class);
        assertThat(console.bean(Tenants.class).findLiving(new Ags(imported.ags())))
                .isEmpty();
        assertThat(state(id)).isEqualTo(IncomingFile.State.FILLING);
        assertThat(console.bean(SpareSchemas.class).names()).isEqualTo(spares);
        progress.failed(new IncomingProgress.Claim(id, "quick"), ImportFailure.DAMAGED.refusal());
        console.bean(IncomingFolder.class).remove(id);
    }

    @Test
    void forgetsAFileThatNobodyTakesOver() throws Exception {
        var received = console.bean(IncomingFiles.class).receive(new ByteArrayInputStream(file), Program.TESTER);
        clean();
        assertThat(kept(received.id())).isTrue();
        console.bean(MovableClock.class).advance(Duration.ofHours(25));
        clean();
        assertThat(kept(received.id())).isFalse();
        assertThat(console.trail(received.id())).containsExactly("import.received", "import.discarded");
        assertThat(console.get("/api/v1/imports/" + received.id(), Roles.OPERATOR)
                        .statusCode())
                .isEqualTo(404);
    }

    /** The trail says why, to programs by a word and to people in German. */
    private void assertFailed(UUID id, String why, String words) {
        console.bean(MovableClock.class).reset();
        assertThat(console.get("/api/v1/audit?size=100", Roles.OPERATOR).body())
                .contains("\"action\":\"import.failed\",\"subject\":\"%s\",\"detail\":\"%s\"".formatted(id, why));
        assertThat(console.browser(Roles.OPERATOR).get("/protokoll").body()).contains(words);
    }

    private void work() throws Exception {
        console.<Boolean>job("take over files", () -> {
            console.bean(IncomingFiles.class).work();
            return true;
        });
    }

    private void clean() throws Exception {
        console.<Boolean>job("clean up files", () -> {
            console.bean(IncomingFiles.class).clean();
            return true;
        });
    }

    /** A file of which a workspace is to be made. */
    private UUID filling() throws IOException {
        var ags = console.county().ags().text();
        return console.bean(IncomingFiles.class)
                .take(new ByteArrayInputStream(file), ags, Program.TESTER)
                .id();
    }

    private IncomingFile.State state(UUID id) {
        return console.bean(IncomingFiles.class).get(id).state();
    }

    private boolean kept(UUID id) {
        return console.bean(IncomingFolder.class).has(id);
    }
}
