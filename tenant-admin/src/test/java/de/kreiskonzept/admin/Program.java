package de.kreiskonzept.admin;

import de.kreiskonzept.admin.doctor.Doctor;
import de.kreiskonzept.admin.doctor.Report;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The beans of a console on a database of its own: that of this program, or of a later one. */
public final class Program implements AutoCloseable {
    public static final Actor TESTER = Actor.without("Test");

    private final DatabaseServer database;
    private final ApplicationContext context;

    private Program(DatabaseServer database, ApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** This program. */
    public static Program current(DatabaseServer database) {
        return new Program(
                database,
                ApplicationContext.run(ConsoleUnderTest.settings(database.url()), "console", "local", "test"));
    }

    /** This program with these settings beside the usual ones. */
    public static Program with(DatabaseServer database, Map<String, Object> more) {
        var settings = ConsoleUnderTest.settings(database.url());
        settings.putAll(more);
        return new Program(database, ApplicationContext.run(settings, "console", "local", "test"));
    }

    /** A later program whose workspaces have this change more. */
    public static Program later(DatabaseServer database, String sql) {
        return later(database, database.url(), sql);
    }

    /** A later program that reaches the database by another address. */
    static Program later(DatabaseServer database, String url, String sql) {
        var settings = ConsoleUnderTest.settings(url);
        settings.put("test.later-change", sql);
        return new Program(database, ApplicationContext.run(settings, "console", "local", "test"));
    }

    /** A bean of the console. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The beans of the console. */
    public ApplicationContext context() {
        return context;
    }

    /** Does what a job does, and fails where a transaction of it has changed something and left no entry in the trail of the registry, or several. */
    public <T> T job(String name, Callable<T> work) throws Exception {
        T result = bean(WriteWatch.class).watch("job " + name, work);
        WriteWatch.assertOneEntryEach();
        return result;
    }

    /** Builds the workspaces of the first counties of the catalogue. */
    public List<Tenant> build(int number) {
        return IntStream.range(0, number)
                .mapToObj(this::enter)
                .map(tenant -> {
                    bean(Provisioning.class).complete(tenant.id());
                    return bean(Tenants.class).get(tenant.id());
                })
                .toList();
    }

    /** Enters the county at this place of the catalogue; its workspace is to be built. */
    public Tenant enter(int place) {
        var county = bean(CountyCatalogue.class).list().get(place);
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = bean(Decision.class).enter(request, TESTER).tenantId();
        return bean(Tenants.class).get(Objects.requireNonNull(id));
    }

    /** Examines all workspaces. */
    public Report examine() throws SQLException, InterruptedException {
        return bean(Doctor.class).examine(false, TESTER, run -> {});
    }

    /** Sends statements as a superuser, with the schema of a workspace as search path. */
    public void execute(Tenant tenant, String sql) throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SET search_path = " + tenant.schema());
            statement.execute(sql);
        }
    }

    /** Reads the first column of all rows from a workspace. */
    public List<String> read(Tenant tenant, String sql) throws SQLException {
        try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD);
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner; SET search_path = " + tenant.schema());
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
