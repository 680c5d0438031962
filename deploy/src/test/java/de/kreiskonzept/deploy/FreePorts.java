package de.kreiskonzept.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports for a start of a test, at random so that builds beside this one rarely ask for the same. */
final class FreePorts {
    // Below the ports that the system itself hands out.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 500;

    private FreePorts() {}

    static int first() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .limit(ATTEMPTS)
                .filter(FreePorts::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(int port) {
        var options = new LocalOptions(Path.of(""), port, false, Optional.empty(), Optional.empty());
        return IntStream.concat(
                        options.ports().stream().mapToInt(Integer::intValue), IntStream.of(options.databasePort()))
                .allMatch(FreePorts::isFree);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
