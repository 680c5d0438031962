package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.migration.MigrationStatus;
import de.kreiskonzept.admin.migration.MigrationView;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings all workspaces to the version of this program, here and now; says each second how far it is. */
@Command(
        name = "migrate",
        description =
                "Brings the tables of all workspaces to the version of this program; ends with 1 where some are left.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final Kk kk;

    @Option(
            names = "--connections",
            defaultValue = "" + Migration.USUAL_CONNECTIONS,
            description = "Workspaces that are migrated at the same time (default: ${DEFAULT-VALUE})")
    private int connections = Migration.USUAL_CONNECTIONS;

    MigrateCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws Exception {
        var progress = kk.bean(MigrationProgress.class);
        var before = progress.status();
        if (!before.isComplete()) {
            var others = before.workspaces() - before.current();
            if (!kk.mayChange("bring %d workspaces to version %s".formatted(others, before.version()))) {
                return 0;
            }
            progress.begin(Kk.ACTOR);
            if (!work(progress)) {
                kk.tell("Another process is at it, or has died less than a minute ago.");
            }
        }
        return print(progress.status());
    }

    private boolean work(MigrationProgress progress) throws ExecutionException, InterruptedException {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var work = thread.submit(() -> kk.bean(Migration.class).work(Math.max(1, connections)));
            while (true) {
                try {
                    return work.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    kk.tell(line(progress.status()));
                }
            }
        }
    }

    private static String line(MigrationStatus status) {
        return "%d of %d current, %d set aside%s"
                .formatted(
                        status.current(),
                        status.workspaces(),
                        status.failures().size(),
                        status.left()
                                .map(left -> ", about " + left.toSeconds() + " s left")
                                .orElse(""));
    }

    private int print(MigrationStatus status) {
        status.failures().forEach(failure -> kk.tell("set aside: " + failure.name() + ": " + failure.reason()));
        kk.print(
                MigrationView.of(status),
                new Table(
                        List.of("VERSION", "WORKSPACES", "CURRENT", "OPEN", "SET ASIDE"),
                        List.of(List.<Object>of(
                                status.version(),
                                status.workspaces(),
                                status.current(),
                                status.open(),
                                status.failures().size()))));
        return status.isComplete() ? 0 : 1;
    }
}
