package de.kreiskonzept.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A checkout that is built already, with nothing in it but the scripts: they find the classes of this build and call no Maven. */
final class Scripts {
    private final Path checkout;

    private Scripts(Path checkout) {
        this.checkout = checkout;
    }

    /** Makes the checkout in this folder, which is also where its commands are called. */
    static Scripts in(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("deploy/target"));
        Path build = Files.createDirectories(folder.resolve("deploy/src/build"));
        Files.createDirectories(folder.resolve("deploy/backup"));
        for (String script :
                List.of("run", "kk", "backup/nightly", "backup/restore", "backup/base", "backup/restore-all")) {
            Files.copy(Path.of(script), folder.resolve("deploy").resolve(script));
        }
        Files.copy(Path.of("src/build/tools.sh"), build.resolve("tools.sh"));
        String libraries = Files.readString(Path.of("target/classpath"));
        Files.writeString(target.resolve("classpath"), Path.of("target/classes").toAbsolutePath() + ":" + libraries);
        Files.createFile(target.resolve("built"));
        return new Scripts(folder);
    }

    /** Starts a script and does not wait. */
    Process start(String... command) throws IOException {
        var words = new ArrayList<String>(List.of("bash", "deploy/" + command[0]));
        words.addAll(List.of(command).subList(1, command.length));
        var builder = new ProcessBuilder(words).directory(checkout.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KK_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectError(checkout.resolve("said-beside").toFile()).start();
    }

    /** Runs a script to its end. */
    Ended run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Ended(status, out, Files.readString(checkout.resolve("said-beside")));
    }

    /** What the process says until a line begins so, that line included. */
    static List<String> readUntil(String beginning, Process process) throws IOException {
        var lines = new ArrayList<String>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        while (line != null) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return lines;
            }
            line = reader.readLine();
        }
        throw new AssertionError("ended without " + beginning + ": " + lines);
    }

    /** Sends what Ctrl-C sends. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("bash", "-c", "kill -INT " + process.pid()).start().waitFor();
    }

    /**
     * How a script ended.
     *
     * @param out its standard output
     * @param beside its standard error
     */
    record Ended(int status, String out, String beside) {}
}
