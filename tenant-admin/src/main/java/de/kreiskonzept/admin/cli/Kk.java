package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.cli.place.DataSourceCommands;
import de.kreiskonzept.admin.cli.place.MoveCommand;
import de.kreiskonzept.admin.cli.watch.AnnounceCommands;
import de.kreiskonzept.admin.cli.watch.JobsCommand;
import de.kreiskonzept.admin.cli.watch.MailCommands;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DataSourceNotConfigured;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The provider's command line. Ends with 0 when it is done, 1 when it was refused or failed, 2 for a wrong usage. The
 * console's beans start only when a command needs them, so help and catalogue work without a database.
 */
@Command(
        name = "kk",
        description = "Leads the workspaces of counties from sign-up to deletion.",
        mixinStandardHelpOptions = true)
public final class Kk implements Runnable {
    /** Who makes changes by the command line. */
    public static final Actor ACTOR = Actor.without("Kommandozeile");

    private static final int WRONG_USAGE = 2;
    private static final String NO_CONNECTION = "08";

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            description = "json or table (default: ${DEFAULT-VALUE})")
    private Format output = Format.TABLE;

    @Option(names = "--dry-run", scope = ScopeType.INHERIT, description = "Say what would be done, and do not do it")
    private boolean dryRun;

    @Option(names = "--yes", scope = ScopeType.INHERIT, description = "Do not ask before a change")
    private boolean yes;

    @Spec
    private @Nullable CommandSpec spec;

    private final Supplier<ApplicationContext> start;
    private final BufferedReader in;
    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable ApplicationContext console;

    /** How results are written. */
    enum Format {
        JSON,
        TABLE
    }

    private Kk(Supplier<ApplicationContext> start, Reader in, PrintWriter out, PrintWriter err) {
        this.start = start;
        this.in = new BufferedReader(in);
        this.out = out;
        this.err = err;
    }

    /** Runs one command with the settings of the environment, or those of the local start, and ends the process. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "logback-kk.xml");
        var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Settings::start, in, out, err, args));
    }

    /**
     * Runs one command.
     *
     * @param start starts the console's beans; asked once at most, and closed at the end
     * @param in answers to questions, one a line
     * @return 0, 1 or 2
     */
    static int run(Supplier<ApplicationContext> start, Reader in, PrintWriter out, PrintWriter err, String... args) {
        var kk = new Kk(start, in, out, err);
        var line = new CommandLine(kk)
                .addSubcommand(new CommandLine(new TenantCommands(kk))
                        .addSubcommand(new MigrateCommand(kk))
                        .addSubcommand(new DoctorCommand(kk))
                        .addSubcommand(new QuotaCommand(kk))
                        .addSubcommand(new ExportCommand(kk))
                        .addSubcommand(new ImportCommand(kk))
                        .addSubcommand(new BackupCommand(kk))
                        .addSubcommand(new RestoreCommand(kk))
                        .addSubcommand(new MoveCommand(kk))
                        .addSubcommand(new DeleteCommand(kk)))
                .addSubcommand(new DataSourceCommands(kk))
                .addSubcommand(new DeletionCommands(kk))
                .addSubcommand(new SignupCommands(kk))
                .addSubcommand(new OperatorCommands(kk))
                .addSubcommand(new AnnounceCommands(kk))
                .addSubcommand(new JobsCommand(kk))
                .addSubcommand(new MailCommands(kk))
                .addSubcommand(new AuditCommands(kk))
                .addSubcommand(new CatalogueCommands(kk))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> kk.failed(failure, err));
        try {
            return line.execute(args);
        } finally {
            kk.close();
        }
    }

    private int failed(Exception failure, PrintWriter err) {
        return switch (failure) {
            case Refusal refusal -> {
                err.println(refusal.sentence(new Texts()));
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case Settings.Missing missing -> {
                err.println(missing.getMessage());
                yield WRONG_USAGE;
            }
            case NotConfirmed declined -> {
                err.println(declined.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            default -> {
                err.println(sentence(failure));
                yield CommandLine.ExitCode.SOFTWARE;
            }
        };
    }

    /** Messages of the database carry values of rows; its state says enough. */
    private static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataSourceNotConfigured missing) {
                return Objects.toString(missing.getMessage());
            }
            if (cause instanceof SQLException error) {
                String state = Objects.requireNonNullElse(error.getSQLState(), "");
                return state.startsWith(NO_CONNECTION)
                        ? "The database does not answer: start it (deploy/run for the local one), then call this again."
                        : "Failed: the database answers with SQLSTATE " + state;
            }
        }
        return "Failed: " + failure;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Name a command.");
        }
    }

    /** A bean of the console. */
    public <T> T bean(Class<T> type) {
        if (console == null) {
            console = start.get();
        }
        return console.getBean(type);
    }

    /** Writes a result: the object as JSON, or the table. */
    public void print(Object json, Table table) {
        out.println(output == Format.JSON ? Json.of(json, mapper()) : table.text());
        out.flush();
    }

    /** That of REST as soon as there are beans, with fields that are null or empty. */
    private JsonMapper mapper() {
        return console == null ? JsonMapper.createDefault() : console.getBean(JsonMapper.class);
    }

    /** Says something beside the results. */
    public void tell(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * Makes a change after asking; in a dry run it is tried and taken back, so that it is refused where it would be.
     *
     * @param change what is about to happen, without a full stop
     * @param work joins a transaction around it
     * @return what has come of it; empty in a dry run
     * @throws NotConfirmed when the answer is not yes
     */
    public <T> Optional<T> change(String change, Supplier<T> work) {
        if (dryRun) {
            bean(DryRun.class).tryOut(work);
        }
        return mayChange(change) ? Optional.of(work.get()) : Optional.empty();
    }

    /**
     * Asks before a change.
     *
     * @param change what is about to happen, without a full stop
     * @return whether to go on; false in a dry run, after which the command ends as done
     * @throws NotConfirmed when the answer is not yes
     */
    public boolean mayChange(String change) {
        if (dryRun) {
            print(
                    Map.of("dryRun", true, "would", change),
                    new Table(List.of("WOULD"), List.of(List.<Object>of(change))));
            return false;
        }
        if (!yes && !ask("About to " + change + ". Go on? [y/N] ").strip().matches("(?i)y|yes|j|ja")) {
            throw new NotConfirmed();
        }
        return true;
    }

    /** Whether somebody is asked before a change. */
    boolean asks() {
        return !yes && !dryRun;
    }

    /** Asks for one line, beside the results; an empty one when there is none. */
    String ask(String question) {
        err.print(question);
        err.flush();
        try {
            var line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        if (console != null) {
            console.close();
        }
    }

    /** Somebody was asked and did not say yes. */
    static final class NotConfirmed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotConfirmed() {
            super("not confirmed; --yes goes on without a question", null, false, false);
        }
    }
}
