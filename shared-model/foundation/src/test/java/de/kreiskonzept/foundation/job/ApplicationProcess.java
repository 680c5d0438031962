package de.kreiskonzept.foundation.job;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An application in a process of its own, as an operator starts it: everything it knows comes from the environment. */
public final class ApplicationProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;

    private ApplicationProcess(Process process) {
        this.process = process;
    }

    /** Starts a main class with exactly these settings of ours. */
    public static ApplicationProcess start(Class<?> main, Map<String, String> settings) throws IOException {
        return start(main, settings, ProcessBuilder.Redirect.DISCARD);
    }

    /** The same, for whoever reads what it writes to its standard output. */
    public static ApplicationProcess start(Class<?> main, Map<String, String> settings, ProcessBuilder.Redirect output)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // The tests' own settings of the log lie on the class path, too.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        var builder = new ProcessBuilder(command).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("KK_"));
        builder.environment().putAll(settings);
        return new ApplicationProcess(builder.start());
    }

    /** A port that nobody listens on now. */
    public static String freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end of a start that is refused and gives what it has to say: exit status, a blank, and the lines of stderr. */
    public String refusal() throws IOException, InterruptedException {
        var said = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it runs on: " + said);
        }
        return process.exitValue() + " " + said.strip();
    }

    /** Asks again and again until there is an answer with this status. */
    public HttpResponse<String> awaitAnswer(String address, int status) throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var last = "no answer";
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                var answer = get(address);
                if (answer.statusCode() == status) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (ConnectException e) {
                last = "no answer";
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(address + ": " + last);
    }

    /** Waits until the file to which it writes holds this text, and gives all its lines. */
    public List<String> awaitLine(Path output, String text) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var lines = Files.readAllLines(output);
            if (lines.stream().anyMatch(line -> line.contains(text))) {
                return lines;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(text + " is not in " + Files.readString(output));
    }

    /** Asks once. */
    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
