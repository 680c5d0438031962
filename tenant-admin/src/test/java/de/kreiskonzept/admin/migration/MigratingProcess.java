package de.kreiskonzept.admin.migration;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;

/**
 * A process of its own that migrates, to be killed by a test. Arguments: URL of the database, seconds by which its clock is ahead (so that
 * the leases of its dead forerunners have run out), the change of the later program. It waits for a
 * line after it has said that it is ready.
 */
public final class MigratingProcess {
    static final String READY = "ready to be killed";
    static final String DONE = "all are migrated";

    private MigratingProcess() {}

    /** Writes both sentences for the test to read. */
    public static void main(String[] args) throws Exception {
        var settings = ConsoleUnderTest.settings(args[0]);
        settings.put("test.later-change", args[2]);
        settings.put("test.registry-is-current", true);
        try (var console = ApplicationContext.run(settings, "console", "local", "test")) {
            console.getBean(MovableClock.class).advance(Duration.ofSeconds(Long.parseLong(args[1])));
            say(READY);
            System.in.read();
            if (console.getBean(Migration.class).work(2)) {
                say(DONE);
            }
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
        System.out.flush();
    }
}
