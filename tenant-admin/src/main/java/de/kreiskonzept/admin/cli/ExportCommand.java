package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.transfer.Manifest;
import de.kreiskonzept.foundation.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all that a county has stored into a file. */
@Command(
        name = "export",
        description = "Writes a workspace into a ZIP file; a file of that name is replaced once the new one is whole.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(index = "0", paramLabel = "TENANT")
    private @Nullable String typed;

    @Parameters(index = "1", paramLabel = "FILE")
    private @Nullable Path file;

    ExportCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (typed == null || file == null) {
            throw new IllegalStateException("picocli asks for both");
        }
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        kk.bean(Export.class).check(tenant.id());
        if (kk.mayChange("export " + tenant.name() + " into " + file)) {
            var manifest = write(kk, tenant.id(), file.toAbsolutePath());
            kk.print(
                    Map.of("file", file.toString(), "rows", manifest.rows(), "digest", manifest.digest()),
                    new Table(
                            List.of("FILE", "ROWS", "DIGEST"),
                            List.of(List.<Object>of(file, manifest.rows(), manifest.digest()))));
        }
        return 0;
    }

    /** Writes a file that stands there when it is whole, and not before. */
    static Manifest write(Kk kk, UUID tenant, Path target) throws IOException, SQLException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Manifest manifest;
            try (var out = Files.newOutputStream(part)) {
                manifest = kk.bean(Export.class).write(tenant, out, Kk.ACTOR);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
