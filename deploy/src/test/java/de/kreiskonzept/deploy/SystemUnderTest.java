package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.web.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Console and platform with the example counties, and one browser, for the whole test run. It is the second start on its data folder:
 * what the first one made must be there once.
 */
final class SystemUnderTest {
    private static final Pattern ACCOUNT = Pattern.compile("account: (\\S+) (\\S+) (\\S+) (\\S+)");

    private final Path folder;
    private final LocalSystem system;
    private final Chromium chromium;
    private final List<String> accountsOfFirstStart;

    private SystemUnderTest() throws IOException, StartRefused {
        folder = Files.createTempDirectory("kreiskonzept-system");
        var server = Optional.ofNullable(System.getenv("KK_DATABASE_URL")).map(OwnDatabase::on);
        var options = new LocalOptions(folder, FreePorts.first(), true, server, Optional.empty());
        try (LocalSystem first = LocalSystem.start(options)) {
            accountsOfFirstStart = first.accounts();
        }
        system = LocalSystem.start(options);
        chromium = Chromium.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static SystemUnderTest shared() {
        return Holder.SYSTEM;
    }

    Chromium chromium() {
        return chromium;
    }

    String platform(String path) {
        return system.platformUrl() + path;
    }

    String console(String path) {
        return system.consoleUrl() + path;
    }

    /** The data folder. */
    Path folder() {
        return folder;
    }

    LocalSystem system() {
        return system;
    }

    List<String> accountsOfFirstStart() {
        return accountsOfFirstStart;
    }

    /** E-mail and password of the example account with this role. */
    Account account(String where, String role) {
        return account(system, where, role);
    }

    /** The same for a system of its own. */
    static Account account(LocalSystem system, String where, String role) {
        return system.accounts().stream()
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(where) && line.group(2).equals(role))
                .map(line -> new Account(line.group(3), line.group(4)))
                .findFirst()
                .orElseThrow();
    }

    record Account(String email, String password) {}

    private void stop() {
        chromium.close();
        system.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("the data folder of the tests stays: " + e.getMessage());
        }
    }

    private static final class Holder {
        static final SystemUnderTest SYSTEM = start();

        private static SystemUnderTest start() {
            try {
                return new SystemUnderTest();
            } catch (IOException | StartRefused e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
