package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.restore.Restore;
import de.kreiskonzept.foundation.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a county back to the moment of an exported file, or removes what it had before that. */
@Command(
        name = "restore",
        description =
                "Brings a county back to the moment of an exported file; others are not touched, its people sign in again."
                        + " What it had before is kept for 7 days.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(index = "0", paramLabel = "TENANT", description = "Slug, AGS or id")
    private String typed = "";

    @Parameters(index = "1", paramLabel = "FILE", arity = "0..1")
    private @Nullable Path file;

    @Option(names = "--drop-previous", description = "Without FILE: remove what the county had before it was restored")
    private boolean dropPrevious;

    RestoreCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        if (dropPrevious == (file != null)) {
            kk.tell("Name a file, or say --drop-previous.");
            return 2;
        }
        return file == null ? drop(tenant) : restore(tenant, file);
    }

    private int drop(Tenant tenant) throws SQLException {
        if (kk.mayChange("remove what " + tenant.name() + " had before it was restored")) {
            var dropped = kk.bean(Restore.class).dropPrevious(tenant.id(), Kk.ACTOR);
            kk.print(Map.of("dropped", dropped), new Table(List.of("DROPPED"), List.of(List.<Object>of(dropped))));
        }
        return 0;
    }

    private int restore(Tenant tenant, Path source) throws IOException, SQLException {
        if (!Files.isReadable(source)) {
            kk.tell("There is no such file, or it cannot be read: " + source);
            return 1;
        }
        if (kk.mayChange("bring " + tenant.name() + " back to the moment of " + source)) {
            var restored = kk.bean(Restore.class).restore(tenant.id(), source, Kk.ACTOR);
            TenantCommands.print(kk, restored);
        }
        return 0;
    }
}
