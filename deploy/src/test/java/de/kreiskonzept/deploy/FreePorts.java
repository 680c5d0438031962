package de.kreiskonzept.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds ports for a start of a test: the given one and those that follow from it are free. */
final class FreePorts {
    private FreePorts() {}

    static int first() {
        return IntStream.iterate(21_000, port -> port + 30)
                .limit(500)
                .filter(FreePorts::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(int port) {
        var options = new LocalOptions(Path.of(""), port, false, Optional.empty());
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
