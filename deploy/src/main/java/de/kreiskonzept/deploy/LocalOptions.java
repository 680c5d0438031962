package de.kreiskonzept.deploy;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of the local start asks for.
 *
 * @param data folder of everything that is kept
 * @param port port of the platform on loopback; the console takes the next one
 * @param examples whether the example counties are created
 * @param database JDBC URL of a running server with a superuser's name and password; empty for the embedded one
 * @param smtp URL of the server that takes mail; empty where KK_SMTP_URL or the mailbox of files does
 */
public record LocalOptions(Path data, int port, boolean examples, Optional<String> database, Optional<String> smtp) {
    static final String USAGE =
            "Usage: deploy/run [--data DIR] [--empty] [--port N] [--database JDBC-URL] [--smtp URL]; the console listens on the next port.";
    private static final int HIGHEST_PORT = 65_500;
    private static final int MANAGEMENT = 10;
    private static final int DATABASE = 20;

    /**
     * Reads the arguments of the command.
     *
     * @throws StartRefused on an unknown option or a value that does not fit
     */
    public static LocalOptions of(String... arguments) throws StartRefused {
        LocalOptions options = new LocalOptions(Path.of(".data"), 8080, true, Optional.empty(), Optional.empty());
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private LocalOptions with(String option, Iterator<String> rest) throws StartRefused {
        return switch (option) {
            case "--data" -> new LocalOptions(Path.of(value(option, rest)), port, examples, database, smtp);
            case "--empty" -> new LocalOptions(data, port, false, database, smtp);
            case "--port" -> new LocalOptions(data, port(value(option, rest)), examples, database, smtp);
            case "--database" -> new LocalOptions(data, port, examples, Optional.of(value(option, rest)), smtp);
            case "--smtp" -> new LocalOptions(data, port, examples, database, Optional.of(value(option, rest)));
            default -> throw new StartRefused("Unknown option " + option + ". " + USAGE);
        };
    }

    private static String value(String option, Iterator<String> rest) throws StartRefused {
        if (!rest.hasNext()) {
            throw new StartRefused("The option " + option + " needs a value. " + USAGE);
        }
        return rest.next();
    }

    private static int port(String text) throws StartRefused {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new StartRefused("The port must be a number from 1 to " + HIGHEST_PORT + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    int consolePort() {
        return port + 1;
    }

    int platformManagementPort() {
        return port + MANAGEMENT;
    }

    int consoleManagementPort() {
        return port + MANAGEMENT + 1;
    }

    int databasePort() {
        return port + DATABASE;
    }

    /** Ports that the two applications listen on, all on loopback. */
    List<Integer> ports() {
        return List.of(port, consolePort(), platformManagementPort(), consoleManagementPort());
    }
}
