package de.kreiskonzept.deploy;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts everything on this machine and prints where it is; what deploy/run calls once the build stands. */
public final class LocalStart {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private LocalStart() {}

    /** Runs until it is interrupted; ends with status 2 and one sentence where it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(LocalOptions.USAGE);
            return;
        }
        try {
            start(LocalOptions.of(arguments));
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        } catch (RuntimeException e) {
            // Servers that stand already would keep the process alive without anybody to serve.
            e.printStackTrace();
            System.exit(FAILED);
        }
        new CountDownLatch(1).await();
    }

    private static void start(LocalOptions options) throws StartRefused {
        LocalSystem system = LocalSystem.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        System.out.println("database: " + system.databaseUrl());
        system.accounts().forEach(System.out::println);
        System.out.println("ready: " + system.platformUrl());
    }
}
