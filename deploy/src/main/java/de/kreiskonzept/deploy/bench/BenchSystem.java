package de.kreiskonzept.deploy.bench;

import static java.util.Map.entry;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.TakeOver;
import de.kreiskonzept.platform.monitoring.round.RoundForm;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.monitoring.stand.Stand;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL with many counties that hold the Konstanz example, and the platform on it; all on the loopback. */
final class BenchSystem implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-benchmark";
    // A server process that has created many schemas creates the next ones ever more slowly.
    private static final int PER_CONNECTION = 20;
    private static final String EXAMPLE = "example/konstanz.yml";

    private final DatabaseServer database;
    private final ProcessHandle postmaster;
    private final ApplicationContext platform;
    private final List<BenchCounty> counties = new ArrayList<>();
    private final WorkspaceSchema schema = new WorkspaceSchema();
    private final UUID account = Ids.create(Instant.now());
    private final UUID session = Ids.create(Instant.now());
    private String stand = "";

    /** @param token bearer token of a reader */
    record BenchCounty(String slug, String schema, String token) {}

    private BenchSystem(DatabaseServer database, ProcessHandle postmaster, BenchOptions options) {
        this.database = database;
        this.postmaster = postmaster;
        this.platform = start("platform", "kk_platform", options.pool(), options.requests());
        platform.getBean(EmbeddedServer.class).start();
    }

    /** Starts an application more on the same database, without its jobs in the background; the caller closes it. */
    ApplicationContext start(String application, String login) {
        return start(application, login, 2, 0);
    }

    private ApplicationContext start(String application, String login, int connections, int requests) {
        return ApplicationContext.builder(application, "local")
                .deduceEnvironment(false)
                .properties(Map.ofEntries(
                        entry("datasources.default.url", database.url()),
                        entry("datasources.default.username", login),
                        entry("datasources.default.password", PASSWORD),
                        entry("datasources.default.maximum-pool-size", connections),
                        entry("micronaut.server.host", "127.0.0.1"),
                        entry("micronaut.server.port", -1),
                        entry("endpoints.all.port", -1),
                        entry("kreiskonzept.jwt-secret", PASSWORD.repeat(2)),
                        entry("kreiskonzept.quota.requests", requests),
                        entry("kreiskonzept.background", false),
                        entry(SentStatements.SETTING, application.equals("platform"))))
                .start();
    }

    /** Does what only the superuser may. */
    void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    static BenchSystem start(Path folder, BenchOptions options) throws Exception {
        DatabaseServer database = DatabaseServer.embedded(folder, 0, false);
        database.setUp(PASSWORD, PASSWORD);
        try (Connection admin = database.as("kk_admin", PASSWORD)) {
            new RegistrySchema().migrate(admin);
        }
        BenchSystem system = new BenchSystem(database, postmaster(folder), options);
        system.fill(options.counties());
        return system;
    }

    private static ProcessHandle postmaster(Path folder) throws IOException {
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private void fill(int number) throws Exception {
        create(0, 1);
        for (int i = 1; i < number; i += PER_CONNECTION) {
            create(i, Math.min(i + PER_CONNECTION, number));
        }
        analyze();
    }

    private void create(int from, int to) throws Exception {
        try (Connection admin = database.as("kk_admin", PASSWORD)) {
            for (int i = from; i < to; i++) {
                String name = schema.newName();
                schema.createRole(admin, name);
                schema.createSchema(admin, name);
                schema.grant(admin, name);
                UUID tenant = Ids.create(Instant.now());
                String slug = "kreis-" + i;
                register(admin, tenant, slug, name, schema.version());
                if (i == 0) {
                    people(admin, name);
                    concept(slug);
                } else {
                    copy(admin, counties.getFirst().schema(), name);
                }
                String token =
                        platform.getBean(Tokens.class).issue("platform", tenant, account, session, Duration.ofHours(2));
                counties.add(new BenchCounty(slug, name, token));
            }
        }
    }

    private void analyze() throws SQLException {
        asSuperuser("VACUUM ANALYZE");
    }

    private static void register(Connection admin, UUID id, String slug, String name, String version)
            throws SQLException {
        try (var insert = admin.prepareStatement("""
                INSERT INTO registry.tenant
                  (id, ags, name, slug, schema_name, role_name, state, schema_version, created_at, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, 'active', ?, now(), now(), 0)""")) {
            insert.setObject(1, id);
            insert.setString(2, "%05d".formatted(Math.floorMod(slug.hashCode(), 100_000)));
            insert.setString(3, "Landkreis " + slug);
            insert.setString(4, slug);
            insert.setString(5, name);
            insert.setString(6, name);
            insert.setString(7, version);
            insert.executeUpdate();
        }
    }

    private void people(Connection admin, String schema) throws SQLException {
        asOwner(
                admin,
                schema,
                "INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version) VALUES ('"
                        + account + "', 'leser@kreis.example', 'Leser', 'reader', 'active', now(), now(), 0)",
                "INSERT INTO identity_session (id, account_id, expires_at, created_at, modified_at, version) VALUES ('"
                        + session + "', '" + account + "', now() + interval '1 day', now(), now(), 0)");
    }

    private void concept(String slug) throws Exception {
        String yaml;
        try (var file = BenchSystem.class.getClassLoader().getResourceAsStream(EXAMPLE)) {
            if (file == null) {
                throw new IllegalStateException("no such file: " + EXAMPLE);
            }
            yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Workspaces workspaces = platform.getBean(Workspaces.class);
        Workspace county = workspaces.find(slug).orElseThrow();
        stand = workspaces.in(county, () -> {
            platform.getBean(TakeOver.class).asNewVersion(OutlineYaml.read(yaml), "Entwurf", "Beispiel");
            return stand();
        });
    }

    private String stand() {
        Rounds rounds = platform.getBean(Rounds.class);
        LocalDate today = LocalDate.now(platform.getBean(Clock.class));
        var nobody = new UUID(0, 0);
        var form = new RoundForm("Runde", today.toString(), today.toString(), "all", "");
        UUID round = rounds.create(form, new SignedIn(nobody, nobody, "Beispiel", Roles.LEAD));
        Stand fixed = platform.getBean(Stands.class).record(rounds.get(round), Map.of(), Instant.now());
        return fixed.id().toString();
    }

    /** What is done with the beans of the platform, in a county. */
    @FunctionalInterface
    interface InCounty<T> {
        /** Does it. */
        T with(ApplicationContext platform) throws Exception;
    }

    /** Writes rows into the first county. */
    void insert(String... commands) throws SQLException {
        try (Connection admin = database.as("kk_admin", PASSWORD)) {
            asOwner(admin, counties.getFirst().schema(), commands);
        }
        analyze();
    }

    /** The SQL that jOOQ sends meanwhile. */
    SentStatements sent() {
        return platform.getBean(SentStatements.class);
    }

    /** Id of the Stand of every county. */
    String standId() {
        return stand;
    }

    /** Where programs read the Stand of any county, from a slash on. */
    String standPath() {
        return "/stands/" + stand;
    }

    private static void copy(Connection admin, String from, String into) throws SQLException {
        String[] copies = List.of(
                        "identity_account",
                        "identity_session",
                        "concept",
                        "concept_version",
                        "concept_version_step",
                        "concept_section",
                        "concept_goal",
                        "concept_measure",
                        "concept_goal_measure",
                        "concept_text_block",
                        "monitoring_light",
                        "monitoring_round",
                        "monitoring_stand")
                .stream()
                .map(table -> "INSERT INTO %1$s.%3$s SELECT * FROM %2$s.%3$s".formatted(into, from, table))
                .toArray(String[]::new);
        asOwner(admin, into, copies);
    }

    private static void asOwner(Connection admin, String schema, String... commands) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner; SET search_path = " + schema);
            for (String command : commands) {
                statement.execute(command);
            }
            statement.execute("RESET ROLE; RESET search_path");
        }
    }

    /** All counties; each holds the same rows with the same ids. */
    List<BenchCounty> counties() {
        return List.copyOf(counties);
    }

    /** Does something in a county, as the platform would. */
    <T> T in(int county, InCounty<T> work) throws Exception {
        Workspaces workspaces = platform.getBean(Workspaces.class);
        Workspace bound = workspaces.find(counties.get(county).slug()).orElseThrow();
        return workspaces.in(bound, () -> work.with(platform));
    }

    /** Port of the platform on 127.0.0.1. */
    int port() {
        return platform.getBean(EmbeddedServer.class).getPort();
    }

    /** Processor time of this process since its start. */
    Duration timeOfJava() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of all processes of PostgreSQL that run now. */
    Duration timeOfServer() {
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
