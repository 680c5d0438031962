package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {
    @Test
    void refusesOccupiedPort(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = new LocalOptions(folder, taken.getLocalPort(), false, Optional.empty(), Optional.empty());

            assertThatThrownBy(() -> LocalSystem.start(options))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void refusesDataFolderThatCannotBeMade(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var options =
                new LocalOptions(file.resolve("data"), FreePorts.first(), false, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> LocalSystem.start(options))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void keepsSecretsForTheOwnerOnly(@TempDir Path folder) throws IOException {
        LocalSecrets first = LocalSecrets.in(folder);
        String password = first.password("somebody");

        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(LocalSecrets.in(folder).password("somebody")).isEqualTo(password);
        assertThat(LocalSecrets.in(folder).password("another")).isNotEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("local.properties"))))
                .isEqualTo("rw-------");
    }
}
