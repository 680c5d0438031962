package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.foundation.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exports every workspace into a folder, one file each; one that fails holds no other one up. */
@Command(
        name = "backup",
        description = "Exports every workspace into a folder, as SLUG_DAY.zip; ends with 1 where one has failed."
                + " deploy/backup/nightly calls it.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final int ALL = 1_000_000;

    private final Kk kk;

    @Parameters(paramLabel = "FOLDER")
    private @Nullable Path folder;

    BackupCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws IOException {
        if (folder == null) {
            throw new IllegalStateException("picocli asks for it");
        }
        var tenants = kk.bean(Tenants.class).list(TenantFilter.ALL, 0, ALL).stream()
                .filter(tenant -> Export.isPossible(tenant.state()))
                .toList();
        return kk.mayChange("export %d workspaces into %s".formatted(tenants.size(), folder))
                ? write(tenants, Files.createDirectories(folder))
                : 0;
    }

    private int write(List<Tenant> tenants, Path into) throws IOException {
        var clock = kk.bean(Clock.class);
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var written = new ArrayList<List<Object>>();
        for (var tenant : tenants) {
            var file = into.resolve(tenant.slug() + "_" + day + ".zip");
            try {
                var manifest = ExportCommand.write(kk, tenant.id(), file.toAbsolutePath());
                written.add(List.of(file.toString(), manifest.rows(), manifest.digest()));
            } catch (SQLException | Refusal e) {
                kk.tell("not exported: " + tenant.slug());
            }
        }
        kk.print(
                written.stream()
                        .map(row -> Map.of("file", row.get(0), "rows", row.get(1), "digest", row.get(2)))
                        .toList(),
                new Table(List.of("FILE", "ROWS", "DIGEST"), written));
        return written.size() == tenants.size() ? 0 : 1;
    }
}
