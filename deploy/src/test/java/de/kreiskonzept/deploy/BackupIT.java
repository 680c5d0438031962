package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of the backup refuse. */
class BackupIT {
    @TempDir
    Path folder;

    @Test
    void aChangedFileIsRefused() throws Exception {
        var scripts = Scripts.in(folder);
        var file = Files.writeString(folder.resolve("waldshut.zip"), "changed");
        Files.writeString(folder.resolve("waldshut.zip.sha256"), "0".repeat(64) + "  waldshut.zip\n");
        var ended = scripts.run("backup/restore", "waldshut", file.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.beside()).contains("The file is not as it was written");
    }

    @Test
    void wrongUsageIsSaidInOneLine() throws Exception {
        var scripts = Scripts.in(folder);
        for (var script : new String[] {"backup/nightly", "backup/restore", "backup/base"}) {
            var ended = scripts.run(script);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.beside()).startsWith("Usage: deploy/" + script).hasLineCount(1);
        }
    }
}
