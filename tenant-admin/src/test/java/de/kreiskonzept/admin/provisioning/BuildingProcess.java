package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.Signups;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * A process of its own that builds workspaces, to be killed by a test. Arguments: URL of the database, seconds by which its
 * clock is ahead (so that the leases of its dead forerunners have run out), what to do (stop within each step, build, or build
 * whatever is unfinished once a line comes), ids of tenants.
 */
public final class BuildingProcess {
    static final String READY = "ready to be killed";
    static final String DONE = "all are built";

    private final ApplicationContext console;
    private final Provisioning provisioning;

    private BuildingProcess(ApplicationContext console) {
        this.console = console;
        this.provisioning = console.getBean(Provisioning.class);
    }

    /** Writes one of the two sentences for the test to read. */
    public static void main(String[] args) throws Exception {
        var settings = ConsoleUnderTest.settings(args[0]);
        settings.put("test.registry-is-current", true);
        var console = ApplicationContext.run(settings, "console", "local", "test");
        console.getBean(MovableClock.class).advance(Duration.ofSeconds(Long.parseLong(args[1])));
        var tenants = Arrays.stream(args).skip(3).map(UUID::fromString).toList();
        var process = new BuildingProcess(console);
        switch (args[2]) {
            case "stop" -> process.stopWithinEachStep(tenants);
            case "build" -> process.buildAllAtOnce(tenants);
            default -> process.buildWhatIsUnfinished();
        }
    }

    /** The first tenant dies within the first step, the second within the second one, and so on: done, but not noted. */
    private void stopWithinEachStep(List<UUID> tenants) throws SQLException, IOException {
        for (var step : Step.values()) {
            var tenant = tenants.get(step.ordinal());
            for (var before = 0; before < step.ordinal(); before++) {
                provisioning.advance(tenant, "killed");
            }
            doWithoutNote(tenant, step);
        }
        say(READY);
        System.in.read();
    }

    private void doWithoutNote(UUID id, Step step) throws SQLException {
        if (!(console.getBean(Progress.class).claim(id, "killed") instanceof Progress.Claim.Work)) {
            throw new IllegalStateException("nothing to do");
        }
        var building = console.getBean(Building.class);
        var tenant = console.getBean(Tenants.class).get(id);
        var signup = console.getBean(Signups.class).findByTenant(id).orElseThrow();
        switch (step) {
            case ROLE -> building.createRole(tenant);
            case SCHEMA -> building.createSchema(tenant);
            case GRANTS -> building.grant(tenant);
            case SEED -> building.seed(tenant, signup);
            case ACTIVATION ->
                building.invite(tenant, signup, new byte[32], OffsetDateTime.now(console.getBean(Clock.class)));
        }
    }

    private void buildWhatIsUnfinished() throws IOException {
        provisioning.unfinished();
        say(READY);
        System.in.read();
        provisioning.unfinished().forEach(provisioning::complete);
        say(DONE);
        console.close();
    }

    private void buildAllAtOnce(List<UUID> tenants) {
        say(READY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tenants.forEach(tenant -> threads.execute(() -> provisioning.complete(tenant)));
        }
        say(DONE);
        console.close();
    }

    private static void say(String sentence) {
        System.out.println(sentence);
        System.out.flush();
    }
}
