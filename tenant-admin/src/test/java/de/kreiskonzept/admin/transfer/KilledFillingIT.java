package de.kreiskonzept.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.OwnProcess;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import or restore that is killed (kill -9) leaves nothing that nobody knows of. */
class KilledFillingIT {
    private static final int LATEST_KILL_MILLIS = 300;

    @TempDir
    Path folder;

    private DatabaseServer database;
    private Program program;
    private Tenant tenant;
    private Path file;

    @BeforeEach
    void exportACounty() throws Exception {
        database = TestServer.another();
        program = Program.current(database);
        tenant = program.build(1).getFirst();
        file = folder.resolve("kreis.zip");
        try (var out = Files.newOutputStream(file)) {
            assertThat(program.bean(Export.class)
                            .write(tenant.id(), out, Program.TESTER)
                            .rows())
                    .isPositive();
        }
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void whatIsFilledAndNotGivenAwayIsKnownAndGoesAfterAnHour() throws Exception {
        start(FillingProcess.FILLED).kill(FillingProcess.FILLED, 0);
        var spares = program.bean(SpareSchemas.class);
        var name = spares.names().iterator().next();
        assertThat(schemas()).contains(name);
        assertThat(program.examine().findings()).isEmpty();
        assertThat(spares.over()).isEmpty();
        clean();
        assertThat(schemas()).containsExactly(tenant.schema());
    }

    @Test
    void nothingIsLeftAfterADeathAtAnyMoment() throws Exception {
        var seed = System.nanoTime();
        start(FillingProcess.BEGUN).kill(FillingProcess.BEGUN, new Random(seed).nextInt(LATEST_KILL_MILLIS));
        clean();
        assertThat(schemas()).as("seed " + seed).containsExactly(tenant.schema());
        assertThat(program.examine().findings()).isEmpty();
    }

    private void clean() throws Exception {
        program.bean(MovableClock.class).advance(Duration.ofMinutes(61));
        for (var name : program.bean(SpareSchemas.class).over()) {
            assertThat(program.bean(SpareRemoval.class).remove(name)).isTrue();
        }
        assertThat(program.bean(SpareSchemas.class).names()).isEmpty();
    }

    private OwnProcess start(String sentence) throws Exception {
        return OwnProcess.start(FillingProcess.class, database, List.of(file.toString(), sentence));
    }

    private List<String> schemas() throws Exception {
        return program.read(tenant, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'");
    }
}
