import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * Makes, from the Liquibase changelogs alone, what the code is compiled against: the jOOQ classes of both schemas, the script that
 * creates a whole workspace in one round trip, and the shape that a workspace and the registry have to have. Fails where the script and
 * a run of Liquibase do not give the same. Arguments: resources folder, build folder.
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
                write("registry.shape", shape(superuser, "registry"));
                // Role and schema bear one name, as those of a county do.
                superuser.createStatement().execute("""
                    CREATE ROLE workspace; CREATE SCHEMA workspace AUTHORIZATION kk_owner;
                    CREATE ROLE captured; CREATE SCHEMA captured AUTHORIZATION kk_owner;
                    SET ROLE kk_owner""");
                String script = capture(superuser);
                migrate(superuser, "workspace");
                superuser.setAutoCommit(true);
                superuser.createStatement().execute("SET search_path = captured;\n" + script);
                keepShape(superuser);
                superuser.createStatement().execute("RESET ROLE; DROP SCHEMA captured CASCADE");
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

    /** What Liquibase would send to an empty workspace, without its own locking; of the comments those that begin a changeset. */
    @SuppressWarnings("deprecation") // The command that replaces it writes to a file only.
    private String capture(Connection connection) throws Exception {
        StringWriter sql = new StringWriter();
        Liquibase liquibase = liquibase(connection, "workspace");
        liquibase.getDatabase().setOutputDefaultSchema(false);
        liquibase.update(new Contexts(), sql);
        StringBuilder script = new StringBuilder();
        for (String line : sql.toString().split("\n")) {
            String text = line.strip();
            boolean says = !text.isEmpty() && !text.startsWith("--") && !text.startsWith("SET SEARCH_PATH");
            if ((says || text.startsWith("-- Changeset ")) && !text.contains("databasechangeloglock")) {
                // The deployment id differs from run to run; without it the same changelog gives the same script.
                script.append(line.stripTrailing().replaceFirst("'\\d{10}'\\);$", "'captured');")).append('\n');
            }
        }
        Files.writeString(folder().resolve("workspace.sql"), script);
        // The second half tells workspaces apart whose rights differ: only those are given anew.
        Files.writeString(folder().resolve("workspace.version"), digits(script.toString()) + digits(grants()));
        return script.toString();
    }

    private void keepShape(Connection connection) throws Exception {
        giveRights(connection, "workspace");
        giveRights(connection, "captured");
        var migrated = shape(connection, "workspace");
        var captured = shape(connection, "captured");
        if (!migrated.equals(captured)) {
            migrated.removeAll(shape(connection, "captured"));
            captured.removeAll(shape(connection, "workspace"));
            throw new IllegalStateException("Liquibase alone makes " + migrated + ", its captured script alone " + captured);
        }
        write("workspace.shape", migrated);
    }

    private void write(String file, SortedSet<String> lines) throws Exception {
        Files.writeString(folder().resolve(file), String.join("\n", lines));
    }

    private void giveRights(Connection connection, String schema) throws Exception {
        connection.createStatement().execute("SET search_path = %1$s; GRANT USAGE ON SCHEMA %1$s TO %1$s;\n".formatted(schema)
                + grants().replace("{role}", schema));
    }

    /** Catalogue and changelog of a schema. */
    private SortedSet<String> shape(Connection connection, String schema) throws Exception {
        var lines = new TreeSet<String>();
        try (var query = connection.prepareStatement(Files.readString(resources.resolve("database/workspace-shape.sql")))) {
            query.setArray(1, connection.createArrayOf("text", new String[] {schema}));
            var rows = query.executeQuery();
            while (rows.next()) {
                lines.add(rows.getString("line"));
            }
        }
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    "SELECT concat_ws(' ', 'changeset', filename, id, author, md5sum) FROM " + schema + ".databasechangelog");
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private String grants() throws Exception {
        return Files.readString(resources.resolve("database/workspace-grants.sql"));
    }

    private Path folder() throws Exception {
        return Files.createDirectories(build.resolve("generated-resources/schema/database"));
    }

    private static String digits(String text) throws Exception {
        return HexFormat.of().formatHex(sha256(text)).substring(0, 8);
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
