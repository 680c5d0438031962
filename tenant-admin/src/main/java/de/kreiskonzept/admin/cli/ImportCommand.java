package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.transfer.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a workspace of an exported file. */
@Command(
        name = "import",
        description = "Makes a workspace of an exported file, for the county that it names or for another one.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--ags", description = "County that the content is for, where it is another one")
    private @Nullable String ags;

    ImportCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (file == null || !Files.isReadable(file)) {
            kk.tell("There is no such file, or it cannot be read: " + file);
            return 1;
        }
        if (kk.mayChange("make a workspace of " + file)) {
            var tenant = kk.bean(Import.class).read(file, ags, Kk.ACTOR, rows -> {});
            TenantCommands.print(kk, tenant);
        }
        return 0;
    }
}
