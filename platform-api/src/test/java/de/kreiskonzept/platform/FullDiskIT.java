package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The volume with the data is full. */
class FullDiskIT {
    private static final String NO_SPACE = "Der Speicherplatz des Systems ist gerade voll.";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private SmallDisk disk;
    private DatabaseServer database;
    private PlatformUnderTest platform;

    @BeforeEach
    void startOnASmallDisk() throws Exception {
        disk = SmallDisk.on(folder);
        assumeTrue(isSeenByTheServer(), "PostgreSQL runs elsewhere: not tested here");
        database = TestServer.another();
        moveToTheDisk();
        try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
            new RegistrySchema().migrate(admin);
        }
        platform = PlatformUnderTest.on(database, Map.of());
    }

    private boolean isSeenByTheServer() {
        try (var superuser = TestServer.shared().superuser();
                var look = superuser.prepareStatement("SELECT pg_ls_dir(?)")) {
            look.setString(1, folder.toString());
            look.execute();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void moveToTheDisk() throws Exception {
        var place = Files.createDirectory(folder.resolve("data"));
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("CREATE TABLESPACE small_disk LOCATION '" + place + "'");
            statement.execute("ALTER DATABASE " + name() + " SET TABLESPACE small_disk");
        }
    }

    private String name() {
        return database.url().replaceFirst(".*/([^?]*).*", "$1");
    }

    @AfterEach
    void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        if (database != null) {
            try (var superuser = TestServer.shared().superuser();
                    var statement = superuser.createStatement()) {
                statement.execute("DROP DATABASE " + name() + " WITH (FORCE)");
                statement.execute("DROP TABLESPACE IF EXISTS small_disk");
            }
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void refusesWhatHasNoRoomWithASentenceShowsTheRestAndGoesOnAfterwards() throws Exception {
        var county = platform.county(TenantState.ACTIVE);
        var cookie = platform.cookie(county, Roles.LEAD);
        var kept = upload(county, cookie);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        disk.fill();

        var refused = upload(county, cookie);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(refused.body()).contains(NO_SPACE).doesNotContain("Exception", "could not extend");
        assertThat(shown(county, cookie)).as("what was kept before").isOne();

        disk.free();
        assertThat(upload(county, cookie).statusCode()).isEqualTo(303);
        assertThat(shown(county, cookie)).isEqualTo(2);
    }

    private long shown(Workspace county, String cookie) throws Exception {
        var page = platform.page("/" + county.slug() + "/konzept/import", cookie);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().split("konzept\\.txt", -1).length - 1;
    }

    private HttpResponse<String> upload(Workspace county, String cookie) throws Exception {
        var bytes = new byte[MEGABYTE];
        new Random(1).nextBytes(bytes);
        var text = "Handlungsfeld Sprache\nZiel: Kurse\n"
                + HexFormat.of().formatHex(bytes).replaceAll("(.{60})", "$1\n");
        return platform.bringIn(county, cookie, text);
    }
}
