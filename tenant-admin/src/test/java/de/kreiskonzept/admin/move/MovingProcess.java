package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.MovableClock;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.UUID;

/**
 * A process of its own that moves a county, to be killed by a test. Arguments: URL of the database, seconds by which its clock is ahead (so
 * that the leases of its dead forerunners have run out), the further data sources, the tenant.
 */
public final class MovingProcess {
    static final String READY = "ready to be killed";
    static final String DONE = "the county has moved";

    private MovingProcess() {}

    /** Writes both sentences for the test to read. */
    public static void main(String[] args) {
        var settings = TwoServers.settings(args[0], args[2]);
        try (var console = ApplicationContext.run(settings, "console", "local", "test")) {
            console.getBean(MovableClock.class).advance(Duration.ofSeconds(Long.parseLong(args[1])));
            say(READY);
            if (console.getBean(Moving.class).complete(UUID.fromString(args[3]))) {
                say(DONE);
            }
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
        System.out.flush();
    }
}
