package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL with many counties that hold the Konstanz example, and the platform on it; all on the loopback. */
public final class BenchSystem implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-benchmark";

    private final DatabaseServer database;
    private final ProcessHandle postmaster;
    private final ApplicationContext platform;
    private final Counties counties;

    /**
     * One county.
     *
     * @param token bearer token of a reader
     */
    public record BenchCounty(String slug, String schema, String token) {}

    private BenchSystem(DatabaseServer database, ProcessHandle postmaster, BenchOptions options) {
        this.database = database;
        this.postmaster = postmaster;
        this.platform = start("platform", "kk_platform", settings(options.pool(), options.requests()));
        platform.getBean(EmbeddedServer.class).start();
        this.counties = new Counties(platform, this::admin);
    }

    /** Starts an application more on the same database, without its jobs in the background; the caller closes it. */
    public ApplicationContext start(String application, String login) {
        return start(application, login, settings(2, 0));
    }

    /**
     * Starts one with settings of its own.
     *
     * @param settings win over the usual ones
     */
    public ApplicationContext start(String application, String login, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "datasources.default.url",
                database.url(),
                "datasources.default.username",
                login,
                "datasources.default.password",
                PASSWORD,
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.server.port",
                -1,
                "endpoints.all.port",
                -1,
                "kreiskonzept.jwt-secret",
                PASSWORD.repeat(2),
                "kreiskonzept.background",
                false,
                SentStatements.SETTING,
                application.equals("platform")));
        all.putAll(settings);
        return ApplicationContext.builder(application, "local")
                .deduceEnvironment(false)
                .properties(all)
                .start();
    }

    /**
     * The two settings by which benchmarks differ.
     *
     * @param connections of the pool
     * @param requests a county may send in a minute; 0 for no limit
     */
    public static Map<String, Object> settings(int connections, int requests) {
        return Map.of("datasources.default.maximum-pool-size", connections, "kreiskonzept.quota.requests", requests);
    }

    /** Does what only the superuser may. */
    public void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts both, without any county. */
    static BenchSystem start(Path folder, BenchOptions options) throws Exception {
        DatabaseServer database = DatabaseServer.embedded(folder, 0, false);
        database.setUp(PASSWORD, PASSWORD);
        try (Connection admin = database.as("kk_admin", PASSWORD)) {
            new RegistrySchema().migrate(admin);
        }
        return new BenchSystem(database, postmaster(folder), options);
    }

    /** Makes so many counties that there are as many as this. */
    public void fill(int number) throws Exception {
        counties.fill(number);
        analyze();
    }

    private static ProcessHandle postmaster(Path folder) throws IOException {
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private void analyze() throws SQLException {
        asSuperuser("VACUUM ANALYZE");
    }

    /** What is done with the beans of the platform, in a county. */
    @FunctionalInterface
    interface InCounty<T> {
        /** Does it. */
        T with(ApplicationContext platform) throws Exception;
    }

    /** Writes rows into the first county. */
    public void insert(String... commands) throws SQLException {
        try (Connection admin = database.as("kk_admin", PASSWORD)) {
            Counties.asOwner(admin, counties().getFirst().schema(), commands);
        }
        analyze();
    }

    /** The SQL that jOOQ sends meanwhile. */
    SentStatements sent() {
        return platform.getBean(SentStatements.class);
    }

    /** Id of the Stand of every county. */
    String standId() {
        return counties.standId();
    }

    /** Where programs read the Stand of any county, from a slash on. */
    String standPath() {
        return "/stands/" + counties.standId();
    }

    /** All counties; each holds the same rows with the same ids. */
    public List<BenchCounty> counties() {
        return counties.list();
    }

    /** Does something in a county, as the platform would. */
    <T> T in(int county, InCounty<T> work) throws Exception {
        Workspaces workspaces = platform.getBean(Workspaces.class);
        Workspace bound = workspaces.find(counties().get(county).slug()).orElseThrow();
        return workspaces.in(bound, () -> work.with(platform));
    }

    /** Port of the platform on 127.0.0.1. */
    public int port() {
        return platform.getBean(EmbeddedServer.class).getPort();
    }

    /** Processor time of this process since its start. */
    public Duration timeOfJava() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of all processes of PostgreSQL that run now. */
    public Duration timeOfServer() {
        return postmaster
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * A new connection with the platform's login; the caller closes it.
     *
     * @param way how it sends statements, in the words of pgbench
     */
    Connection connect(Way way) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", "kk_platform");
        settings.setProperty("password", PASSWORD);
        settings.setProperty("preferQueryMode", way == Way.SIMPLE ? "simple" : "extended");
        settings.setProperty("preparedStatementCacheQueries", "640");
        return DriverManager.getConnection(database.url(), settings);
    }

    /** A new connection of kk_admin; the caller closes it. */
    public Connection admin() throws SQLException {
        return database.as("kk_admin", PASSWORD);
    }

    /** A new connection of the superuser; the caller closes it. */
    public Connection superuser() throws SQLException {
        return database.superuser();
    }

    /** URL of the database, without login. */
    public String url() {
        return database.url();
    }

    /** How statements get to PostgreSQL. */
    enum Way {
        /** As text that is planned each time; what pgbench does unless it is told otherwise. */
        SIMPLE,
        /** Once as text, then by name with the plan that is kept. */
        PREPARED
    }

    @Override
    public void close() throws SQLException, IOException {
        platform.close();
        // A server that has just been written to needs its time to stop, more than the one who stops it grants.
        asSuperuser("CHECKPOINT");
        database.close();
        postmaster.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
