package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * A process of its own that removes the data of counties, to be killed by a test. Arguments: URL of the database, seconds by which its clock
 * is ahead, what to do, ids of tenants.
 */
public final class ErasingProcess {
    static final String READY = "ready to be killed";
    static final String DONE = "all are gone";

    private ErasingProcess() {}

    /** Writes one of the two sentences for the test to read. */
    public static void main(String[] args) throws Exception {
        var console = ApplicationContext.run(ConsoleUnderTest.settings(args[0]), "console", "local", "test");
        console.getBean(MovableClock.class).advance(Duration.ofSeconds(Long.parseLong(args[1])));
        var tenants = Arrays.stream(args).skip(3).map(UUID::fromString).toList();
        if (args[2].equals("stop")) {
            stopWithinEachStep(console, tenants);
        } else {
            eraseAllAtOnce(console, tenants);
        }
    }

    /** The first tenant dies within the first step, the second within the second one, and so on: done, but not noted. */
    private static void stopWithinEachStep(ApplicationContext console, List<UUID> tenants)
            throws SQLException, IOException {
        for (var step : ErasureStep.values()) {
            var tenant = tenants.get(step.ordinal());
            for (var before = 0; before < step.ordinal(); before++) {
                console.getBean(Erasure.class).advance(tenant, "killed");
            }
            doWithoutNote(console, tenant, step);
        }
        say(READY);
        System.in.read();
    }

    private static void doWithoutNote(ApplicationContext console, UUID id, ErasureStep step) throws SQLException {
        if (!(console.getBean(ErasureProgress.class).claim(id, "killed") instanceof ErasureProgress.Claim.Work work)
                || work.step() != step) {
            throw new IllegalStateException("not at the step " + step);
        }
        var erasing = console.getBean(Erasing.class);
        switch (step) {
            case COUNT -> erasing.count(work.tenant());
            case MAILBOX -> erasing.mails(work.tenant());
            case WORKSPACE -> erasing.drop(work.tenant());
            case REGISTRY, CERTIFICATE -> {
                // Done and noted in one transaction: the death comes before it.
            }
        }
    }

    private static void eraseAllAtOnce(ApplicationContext console, List<UUID> tenants) {
        say(READY);
        var erasure = console.getBean(Erasure.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tenants.forEach(tenant -> threads.execute(() -> erasure.complete(tenant)));
        }
        say(DONE);
        console.close();
    }

    private static void say(String sentence) {
        System.out.println(sentence);
        System.out.flush();
    }
}
