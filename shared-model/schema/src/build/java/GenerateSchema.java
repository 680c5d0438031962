import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Makes, from the Liquibase changelogs alone, what the code is compiled against: the jOOQ classes of both schemas and the
 * script that creates a whole workspace in one round trip. Arguments: resources folder, build folder.
 */
public final class GenerateSchema {
    private final Path resources;
    private final Path build;

    GenerateSchema(Path resources, Path build) {
        this.resources = resources;
        this.build = build;
    }

    public static void main(String[] args) throws Exception {
        new GenerateSchema(Path.of(args[0]), Path.of(args[1])).generate();
    }

    void generate() throws Exception {
        Path stamp = build.resolve("generated-from");
        String source = fingerprint();
        if (Files.exists(stamp) && Files.readString(stamp).equals(source)) {
            return;
        }
        // Capturing takes no lock, and Liquibase warns that it cannot give it back.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            try (Connection superuser = server.getPostgresDatabase().getConnection()) {
                superuser.createStatement().execute(Files.readString(resources.resolve("database/setup.sql")));
                migrate(superuser, "registry");
                superuser.setAutoCommit(true);
                superuser.createStatement().execute("CREATE SCHEMA workspace");
                capture(superuser);
                migrate(superuser, "workspace");
            }
            GenerationTool.generate(classesOf(server));
        }
        Files.writeString(stamp, source);
    }

    private void migrate(Connection connection, String schema) throws Exception {
        Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
            Liquibase liquibase = liquibase(connection, schema);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            liquibase.update(new Contexts());
        });
    }

    /** What Liquibase would send to an empty workspace, without comments and without its own locking. */
    @SuppressWarnings("deprecation") // The command that replaces it writes to a file only.
    private void capture(Connection connection) throws Exception {
        StringWriter sql = new StringWriter();
        Liquibase liquibase = liquibase(connection, "workspace");
        liquibase.getDatabase().setOutputDefaultSchema(false);
        liquibase.update(new Contexts(), sql);
        StringBuilder script = new StringBuilder();
        for (String line : sql.toString().split("\n")) {
            String text = line.strip();
            boolean says = !text.isEmpty() && !text.startsWith("--") && !text.startsWith("SET SEARCH_PATH");
            if (says && !text.contains("databasechangeloglock")) {
                // The deployment id differs from run to run; without it the same changelog gives the same script.
                script.append(line.stripTrailing().replaceFirst("'\\d{10}'\\);$", "'captured');")).append('\n');
            }
        }
        Path folder = Files.createDirectories(build.resolve("generated-resources/schema/database"));
        Files.writeString(folder.resolve("workspace.sql"), script);
        Files.writeString(folder.resolve("workspace.version"), HexFormat.of().formatHex(sha256(script.toString())).substring(0, 16));
    }

    private Liquibase liquibase(Connection connection, String schema) throws Exception {
        connection.setAutoCommit(true);
        connection.createStatement().execute("SET search_path = " + schema);
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(schema);
        return new Liquibase(
                "changelog/" + schema + "/root.yaml", new DirectoryResourceAccessor(resources), database);
    }

    private Configuration classesOf(EmbeddedPostgres server) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new org.jooq.meta.jaxb.Jdbc()
                        .withUrl(server.getJdbcUrl("postgres", "postgres")))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withExcludes("databasechangelog.*")
                                .withSchemata(
                                        new SchemaMappingType().withInputSchema("registry"),
                                        new SchemaMappingType().withInputSchema("workspace")))
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false).withGeneratedAnnotation(false)
                                .withGlobalObjectReferences(true))
                        .withTarget(new Target()
                                .withPackageName("de.kreiskonzept.schema")
                                .withDirectory(build.resolve("generated-sources/jooq").toString())));
    }

    private String fingerprint() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(resources.relativize(file)).append('\n').append(Files.readString(file));
            }
        }
        return HexFormat.of().formatHex(sha256(all.toString()));
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
